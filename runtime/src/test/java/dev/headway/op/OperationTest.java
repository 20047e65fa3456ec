package dev.headway.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.Autocommit;
import dev.headway.op.Operation.Backfill;
import dev.headway.op.Operation.Comment;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.op.Operation.Nothing;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.SchemaObject.AddEnumValue;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.SchemaObject.DropEnum;
import dev.headway.op.SchemaObject.DropExtension;
import dev.headway.op.SchemaObject.DropSchema;
import dev.headway.op.SchemaObject.DropSequence;
import dev.headway.op.SchemaObject.DropView;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.op.TableChange.ValidateConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {
    private static final Column ID = Column.of("id", Plain.BIGINT).numbered(Identity.BY_DEFAULT);
    private static final Column NICK = Column.of("nick", new Varchar(20)).commented("old");
    private static final Constraint.PrimaryKey KEY = new Constraint.PrimaryKey("pk", List.of("id"));
    private static final Table TABLE = new Table("account", List.of(ID), List.of(KEY));
    private static final Index INDEX = Index.on("ix_id", "account", "id");
    private static final Sequence SEQUENCE = new Sequence("seq", 1, 1, null, null, false);
    private static final AddColumn ADD = new AddColumn("account", NICK, List.of(), false);
    private static final AddConstraint ADD_KEY = new AddConstraint("account", KEY);
    private static final AlterColumn WIDEN =
            new AlterColumn("account", "nick", new Varchar(40), null, null, null, false, NICK);

    static Stream<Operation> invertible() {
        return Stream.of(
                new CreateTable(TABLE, false, null, null),
                new DropTable("account", TABLE, false),
                new RenameTable("audit.account", "\"a.b\""),
                new AlterTable("account", List.of(ADD, WIDEN, ADD_KEY)),
                new CommentOnTable("account", "new", new Comment(null)),
                ADD,
                new DropColumn("account", "id", ID, List.of(KEY), false),
                new RenameColumn("account", "nick", "name"),
                WIDEN,
                new CommentOnColumn("account", "nick", "new", NICK),
                ADD_KEY,
                new DropConstraint("account", "pk", KEY, false),
                new RenameConstraint("account", "pk", "key"),
                new CreateIndex(INDEX, true, false),
                new DropIndex("ix_id", "account", INDEX, false, false),
                new RenameIndex("audit.account", "audit.ix_id", "ix"),
                new CreateSequence(SEQUENCE, false),
                new DropSequence("seq", SEQUENCE, false),
                new CreateEnum("mood", List.of("sad")),
                new DropEnum("mood", List.of("sad"), false),
                new CreateView("v", "SELECT 1", false),
                new DropView("v", "SELECT 1", false),
                new CreateSchema("s", false),
                new DropSchema("s", false),
                new CreateExtension("x", false),
                new DropExtension("x", false),
                new Autocommit(new CreateSchema("s", false)));
    }

    static Stream<Operation> irreversible() {
        return Stream.of(
                new CreateTable(TABLE, true, null, null),
                new DropTable("account", null, false),
                new DropTable("account", TABLE, true),
                new AlterTable("account", List.of(ADD, new DropColumn("account", "id", null, List.of(), false))),
                new CommentOnTable("account", "new", null),
                new AddColumn("account", ID, List.of(), true),
                new DropColumn("account", "id", null, List.of(), false),
                new DropColumn("account", "id", ID, List.of(), true),
                new AlterColumn("account", "nick", new Varchar(40), null, null, null, false, null),
                new CommentOnColumn("account", "nick", null, null),
                new AddConstraint("account", KEY.named(null)),
                new DropConstraint("account", "pk", null, false),
                new DropConstraint("account", "pk", KEY, true),
                new CreateIndex(INDEX, false, true),
                new DropIndex("ix_id", null, null, false, false),
                new DropIndex("ix_id", "account", INDEX, false, true),
                new CreateSequence(SEQUENCE, true),
                new DropSequence("seq", null, false),
                new DropSequence("seq", SEQUENCE, true),
                new DropEnum("mood", List.of(), false),
                new DropEnum("mood", List.of("sad"), true),
                new AddEnumValue("mood", "glad", false),
                new CreateView("v", "SELECT 1", true),
                new DropView("v", null, false),
                new DropView("v", "SELECT 1", true),
                new CreateSchema("s", true),
                new DropSchema("s", true),
                new CreateExtension("x", true),
                new DropExtension("x", true),
                new Insert("account", List.of("id"), List.of(List.of(1))),
                new Backfill("UPDATE t SET a = 1", null, null, 1),
                new Autocommit(new Execute("SELECT 1", List.of())),
                new Execute("SELECT 1", List.of()));
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void inverseOfInverseIsTheOperation(Operation operation) {
        assertThat(operation.inverse())
                .hasValueSatisfying(inverse -> assertThat(inverse).isNotEqualTo(operation))
                .flatMap(Operation::inverse)
                .contains(operation);
    }

    @ParameterizedTest
    @MethodSource("irreversible")
    void irreversibleOperationHasAdvice(Operation operation) {
        assertThat(operation.inverse()).isEmpty();
        assertThat(operation.advice()).endsWith(".").containsIgnoringCase("write the downgrade by hand");
    }

    @ParameterizedTest
    @MethodSource({"invertible", "irreversible"})
    void directiveStartsWithItsName(Operation operation) {
        Operation directed = operation instanceof Autocommit autocommit ? autocommit.operation() : operation;
        String kind = directed.getClass().getSimpleName().replace("AddConstraint", "AddPrimaryKey");

        assertThat(operation.directive()).startsWithIgnoringCase(kind + "(").contains(")");
    }

    @Test
    void inverseOfChangelessOperationDoesNothing() {
        assertThat(new ValidateConstraint("account", "ck").inverse()).contains(new Nothing());
        assertThat(new SetTimeout(SetTimeout.Kind.LOCK, Duration.ofSeconds(1)).inverse())
                .contains(new Nothing());
        assertThat(new Nothing().inverse()).contains(new Nothing());
        assertThat(new AlterTable("account", List.of(new ValidateConstraint("account", "ck"))).inverse())
                .contains(new AlterTable("account", List.of()));
    }

    @Test
    void inverseOfAlterColumnRevertsOnlyWhatChanged() {
        Column before = new Column("a", Plain.TEXT, true, DefaultValue.of("x"), null, null, null, null);

        assertThat(new AlterColumn("t", "a", null, null, false, null, false, before).inverse())
                .contains(new AlterColumn("t", "a", null, null, true, null, false, before.notNull()));
        assertThat(new AlterColumn("t", "a", null, null, null, null, true, before).inverse())
                .contains(new AlterColumn(
                        "t", "a", null, null, null, DefaultValue.of("x"), false, Column.of("a", Plain.TEXT)));
        assertThat(new AlterColumn("t", "a", null, null, null, DefaultValue.of(1), false, Column.of("a", Plain.TEXT))
                        .inverse())
                .map(inverse -> ((AlterColumn) inverse).dropsDefault())
                .contains(true);
    }

    @Test
    void alterTableRevertsChangesInReverseOrder() {
        assertThat(new AlterTable("account", List.of(ADD, ADD_KEY)).inverse())
                .contains(new AlterTable(
                        "account",
                        List.of(
                                new DropConstraint("account", "pk", KEY, false),
                                new DropColumn("account", "nick", NICK, List.of(), false))));
    }

    @Test
    void inverseOfRenameKeepsTheSchema() {
        assertThat(new RenameTable("audit.account", "\"a.b\"").inverse())
                .contains(new RenameTable("audit.\"a.b\"", "account"));
        assertThat(new RenameIndex("audit.t", "audit.ix", "ux").inverse())
                .contains(new RenameIndex("audit.t", "audit.ux", "ix"));
    }

    @Test
    void refusesRenameIntoAnotherSchema() {
        String refusal = "The new name 'audit.b' has a schema, but a rename keeps the schema: omit it";

        assertRefused(() -> new RenameTable("audit.a", "audit.b"), refusal);
        assertRefused(() -> new RenameIndex("t", "a", "audit.b"), refusal);
    }

    @Test
    void refusesBlankNames() {
        assertRefused(() -> new DropTable(" ", null, false), "A table needs a name");
        assertRefused(() -> new RenameTable("", "b"), "A table needs a name");
        assertRefused(() -> new RenameTable("a", ""), "An object needs a name");
        assertRefused(() -> new CommentOnTable("", "x", null), "A table needs a name");
        assertRefused(() -> new Insert("", List.of("a"), List.of()), "A table needs a name");
        assertRefused(() -> new DropIndex("", null, null, false, false), "An index needs a name");
        assertRefused(() -> new RenameIndex("t", "", "b"), "An index needs a name");
    }

    @Test
    void refusesRowsThatDontMatchTheirColumns() {
        assertRefused(
                () -> new Insert("t", List.of(), List.of(List.of())), "Rows for table 't' need at least one column");
        assertRefused(
                () -> new Insert("t", List.of("a", "b"), List.of(List.of(1))),
                "A row for table 't' has 1 of 2 values, for the columns [a, b]");
    }

    @Test
    void refusesEmptyBatchesAndLimits() {
        assertRefused(() -> new Backfill("UPDATE", null, null, 0), "A batch covers at least one row, not 0");
        assertRefused(
                () -> new SetTimeout(SetTimeout.Kind.LOCK, Duration.ofNanos(5)),
                "A limit is at least a millisecond, not PT0.000000005S");
    }

    @Test
    void refusesConstraintsOnColumnThatMayExist() {
        assertRefused(
                () -> new AddColumn("account", ID, List.of(KEY), true),
                "Column 'id' of table 'account' may exist already with its constraints, which databases would add once"
                        + " more: omit ifNotExists(), or add the constraints with directives of their own");
    }

    @Test
    void shortensLongSqlToOneLine() {
        String longest = "SELECT '" + "x".repeat(91) + "'";

        assertThat(new Execute("\n  UPDATE t\n\tSET a = 1\n", List.of()).directive())
                .isEqualTo("execute(\"UPDATE t SET a = 1\")");
        assertThat(new Execute(longest, List.of()).directive()).isEqualTo("execute(\"" + longest + "\")");
        assertThat(new Execute(longest + "y", List.of()).directive()).isEqualTo("execute(\"" + longest + " …\")");
    }

    private static void assertRefused(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }
}
