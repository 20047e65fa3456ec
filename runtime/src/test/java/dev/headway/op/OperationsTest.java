package dev.headway.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headway.IrreversibleMigrationException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operation.AddColumn;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropColumn;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.DefaultValue.Literal;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private static final RevisionInfo REVISION =
            RevisionInfo.of("a", "what a does").declaredBy("app.A");
    private static final Table ACCOUNT = new Table("account", List.of(column("id", Plain.BIGINT)), List.of());
    private static final Column NICK = column("nick", new ColumnType.Varchar(20));
    private static final Index BY_NICK = new Index("ix_nick", "account", List.of("nick"), false);

    @Test
    void createTableRecordsTheTable() throws Exception {
        assertThatRecorded(op -> op.createTable("account", t -> t.bigint("id")))
                .containsExactly(new CreateTable(ACCOUNT, false));
        assertThatRecorded(op -> op.createTable("account", t -> t.bigint("id")).ifNotExists())
                .containsExactly(new CreateTable(ACCOUNT, true));
    }

    @Test
    void everyTypeCanBeSaid() throws Exception {
        assertThat(tableOf(t -> {
                            t.bool("a");
                            t.smallint("b");
                            t.integer("c");
                            t.bigint("d");
                            t.decimal("e", 9, 2);
                            t.real("f");
                            t.doublePrecision("g");
                            t.varchar("h", 20);
                            t.character("i", 2);
                            t.text("j");
                            t.date("k");
                            t.time("l");
                            t.timestamp("m");
                            t.timestamptz("n");
                            t.uuid("o");
                            t.json("p");
                            t.binary("q");
                            t.type("r", "tsvector");
                        })
                        .columns())
                .containsExactly(
                        column("a", Plain.BOOLEAN),
                        column("b", Plain.SMALLINT),
                        column("c", Plain.INTEGER),
                        column("d", Plain.BIGINT),
                        column("e", new ColumnType.Decimal(9, 2)),
                        column("f", Plain.REAL),
                        column("g", Plain.DOUBLE),
                        column("h", new ColumnType.Varchar(20)),
                        column("i", new ColumnType.Char(2)),
                        column("j", Plain.TEXT),
                        column("k", Plain.DATE),
                        column("l", Plain.TIME),
                        column("m", Plain.TIMESTAMP),
                        column("n", Plain.TIMESTAMPTZ),
                        column("o", Plain.UUID),
                        column("p", Plain.JSON),
                        column("q", Plain.BINARY),
                        column("r", new ColumnType.Native("tsvector")));
    }

    @Test
    void aColumnSaysWhetherItMayBeNullAndWhatItHoldsByDefault() throws Exception {
        assertThat(tableOf(t -> {
                            t.bigint("id").identity();
                            t.text("name").notNull();
                            t.text("state").defaultsTo("new");
                            t.integer("visits").defaultsTo(0);
                            t.bool("active").defaultsTo(true).notNull();
                            t.timestamptz("created").defaultsTo(Sql.now());
                            t.uuid("token").defaultsTo(Sql.raw("gen_random_uuid()"));
                        })
                        .columns())
                .containsExactly(
                        new Column("id", Plain.BIGINT, false, true, null),
                        new Column("name", Plain.TEXT, false, false, null),
                        new Column("state", Plain.TEXT, true, false, new Literal("new")),
                        new Column("visits", Plain.INTEGER, true, false, new Literal(0)),
                        new Column("active", Plain.BOOLEAN, false, false, new Literal(true)),
                        new Column("created", Plain.TIMESTAMPTZ, true, false, DefaultValue.Now.NOW),
                        new Column("token", Plain.UUID, true, false, new DefaultValue.Expression("gen_random_uuid()")));
    }

    @Test
    void constraintsStandInTheOrderKeyColumnsTable() throws Exception {
        assertThat(tableOf(t -> {
                            t.unique("uq_pair", "email", "nick");
                            t.varchar("email", 320).unique("uq_email");
                            t.varchar("nick", 20).unique().references("nicks", "nick");
                            t.bigint("id").primaryKey();
                        })
                        .constraints())
                .containsExactly(
                        new PrimaryKey(null, List.of("id")),
                        new Unique("uq_email", List.of("email")),
                        new Unique(null, List.of("nick")),
                        new ForeignKey(null, List.of("nick"), "nicks", List.of("nick")),
                        new Unique("uq_pair", List.of("email", "nick")));
    }

    @Test
    void severalColumnsOfThePrimaryKeyMakeOne() throws Exception {
        PrimaryKey both = new PrimaryKey(null, List.of("user_id", "role_id"));

        assertThat(tableOf(t -> {
                            t.bigint("user_id").primaryKey();
                            t.bigint("role_id").primaryKey();
                        })
                        .constraints())
                .containsExactly(both);
        assertThat(tableOf(t -> {
                            t.bigint("user_id");
                            t.bigint("role_id");
                            t.primaryKey("user_id", "role_id");
                        })
                        .constraints())
                .containsExactly(both);
    }

    @Test
    void aColumnOfThePrimaryKeyIsNotNull() throws Exception {
        assertThat(tableOf(t -> t.bigint("id").primaryKey()).columns())
                .containsExactly(new Column("id", Plain.BIGINT, false, false, null));
    }

    @Test
    void dropTableRecordsWhatIsKnownOfIt() throws Exception {
        assertThatRecorded(op -> op.dropTable("account")).containsExactly(new DropTable("account", null));
        assertThatRecorded(op -> op.dropTable("account", t -> t.bigint("id")))
                .containsExactly(new DropTable("account", ACCOUNT));
    }

    @Test
    void addColumnRecordsOneColumnWithItsConstraints() throws Exception {
        assertThatRecorded(op -> op.addColumn("account", c -> c.varchar("nick", 20)))
                .containsExactly(new AddColumn("account", NICK, List.of()));
        assertThatRecorded(op -> op.addColumn(
                        "account",
                        c -> c.bigint("id").primaryKey().unique("uq_id").references("ids", "id")))
                .containsExactly(new AddColumn(
                        "account",
                        new Column("id", Plain.BIGINT, false, false, null),
                        List.of(
                                new PrimaryKey(null, List.of("id")),
                                new Unique("uq_id", List.of("id")),
                                new ForeignKey(null, List.of("id"), "ids", List.of("id")))));
    }

    @Test
    void addColumnAddsNeitherNoneNorSeveral() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(op -> op.addColumn("account", c -> {})))
                .withMessage("One column of table 'account' is to be declared here, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(op -> op.addColumn("account", c -> {
                    c.text("a");
                    c.text("b");
                })))
                .withMessage("One column of table 'account' is to be declared here, not 2");
    }

    @Test
    void dropColumnRecordsWhatIsKnownOfIt() throws Exception {
        assertThatRecorded(op -> op.dropColumn("account", "nick"))
                .containsExactly(new DropColumn("account", "nick", null, List.of()));
        assertThatRecorded(op ->
                        op.dropColumn("account", "nick", c -> c.varchar(20).unique("uq_nick")))
                .containsExactly(
                        new DropColumn("account", "nick", NICK, List.of(new Unique("uq_nick", List.of("nick")))));
    }

    @Test
    void dropColumnIsToldOneType() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(op -> op.dropColumn("account", "nick", c -> {})))
                .withMessage("One column of table 'account' is to be declared here, not 0");
    }

    @Test
    void createIndexRecordsTheIndex() throws Exception {
        assertThatRecorded(op -> op.createIndex("ix_nick", "account", "nick"))
                .containsExactly(new CreateIndex(BY_NICK, false));
        assertThatRecorded(op -> op.createIndex("ix_nick", "account", "nick", "id")
                        .concurrently()
                        .unique())
                .containsExactly(new CreateIndex(new Index("ix_nick", "account", List.of("nick", "id"), true), true));
    }

    @Test
    void dropIndexRecordsWhatIsKnownOfIt() throws Exception {
        assertThatRecorded(op -> op.dropIndex("ix_nick")).containsExactly(new DropIndex("ix_nick", null, null, false));
        assertThatRecorded(op -> op.dropIndex("ix_nick").concurrently())
                .containsExactly(new DropIndex("ix_nick", null, null, true));
        assertThatRecorded(op -> op.dropIndex("ix_nick", "account"))
                .containsExactly(new DropIndex("ix_nick", "account", null, false));
        assertThatRecorded(op -> op.dropIndex("ix_nick", "account", "nick").unique())
                .containsExactly(new DropIndex(
                        "ix_nick", "account", new Index("ix_nick", "account", List.of("nick"), true), false));
    }

    @Test
    void executeRecordsSqlAsItStands() throws Exception {
        assertThatRecorded(op -> op.execute(" SELECT '?' ")).containsExactly(new Execute(" SELECT '?' ", List.of()));
        assertThatRecorded(op -> op.execute("UPDATE t SET a = ?, b = ?", 1, null))
                .containsExactly(new Execute("UPDATE t SET a = ?, b = ?", Arrays.asList(1, null)));
    }

    @Test
    void directivesAreRecordedInOrder() throws Exception {
        assertThatRecorded(op -> {
                    op.createTable("account", t -> t.bigint("id"));
                    op.addColumn("account", c -> c.varchar("nick", 20));
                    op.createIndex("ix_nick", "account", "nick");
                    op.dropIndex("ix_nick");
                    op.execute("SELECT 1");
                    op.createTable("account", t -> t.bigint("id"));
                })
                .containsExactly(
                        new CreateTable(ACCOUNT, false),
                        new AddColumn("account", NICK, List.of()),
                        new CreateIndex(BY_NICK, false),
                        new DropIndex("ix_nick", null, null, false),
                        new Execute("SELECT 1", List.of()),
                        new CreateTable(ACCOUNT, false));
    }

    @Test
    void optionsAfterTheNextDirectiveComeTooLate() throws Exception {
        assertThatRecorded(op -> {
                    IndexOptions options = op.createIndex("ix_nick", "account", "nick");
                    op.execute("SELECT 1");
                    options.unique();
                })
                .containsExactly(new CreateIndex(BY_NICK, false), new Execute("SELECT 1", List.of()));
    }

    @Test
    void whatWasSaidBeforeADirectiveFailsIsRecorded() {
        RecordingSink sink = new RecordingSink();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operations.perform(
                        REVISION,
                        op -> {
                            op.execute("SELECT 1");
                            op.addColumn("account", c -> {});
                        },
                        sink));
        assertThat(sink.operations()).containsExactly(new Execute("SELECT 1", List.of()));
    }

    @Test
    void aHandleIsOnlyThereWhenOperationsRun() {
        assertThatExceptionOfType(NotRecordableException.class)
                .isThrownBy(() -> record(op -> op.handle()))
                .withMessage("handle() needs a live database")
                .satisfies(refused -> assertThat(refused.directive()).isEqualTo("handle()"));
    }

    @Test
    void undoAppliesTheInversesFromLastToFirst() throws Exception {
        assertThatRecorded(op -> {
                    op.execute("SELECT 1");
                    op.undo(undone -> {
                        undone.createTable("account", t -> t.bigint("id"));
                        undone.addColumn("account", c -> c.varchar("nick", 20));
                        undone.createIndex("ix_nick", "account", "nick");
                    });
                    op.execute("SELECT 2");
                })
                .containsExactly(
                        new Execute("SELECT 1", List.of()),
                        new DropIndex("ix_nick", "account", BY_NICK, false),
                        new DropColumn("account", "nick", NICK, List.of()),
                        new DropTable("account", ACCOUNT),
                        new Execute("SELECT 2", List.of()));
    }

    @Test
    void undoOfUndoIsWhatWasSaid() throws Exception {
        assertThatRecorded(op -> op.undo(undone -> undone.undo(said -> said.createIndex("ix_nick", "account", "nick"))))
                .containsExactly(new CreateIndex(BY_NICK, false));
    }

    @Test
    void whatHasNoInverseIsRefusedWithAdvice() {
        assertIrreversible(
                op -> op.createTable("account", t -> t.bigint("id")).ifNotExists(),
                "createTable(\"account\", …).ifNotExists()",
                "Whether ifNotExists() made the table is not known afterwards: write the downgrade by hand.");
        assertIrreversible(
                op -> op.dropTable("account"),
                "dropTable(\"account\")",
                "Tell it what the table is like, dropTable(\"account\", t -> { … }), or write the downgrade by hand.");
        assertIrreversible(
                op -> op.dropColumn("account", "nick"),
                "dropColumn(\"account\", \"nick\")",
                "Tell it what the column is like, dropColumn(\"account\", \"nick\", c -> c.varchar(20)), or write the"
                        + " downgrade by hand.");
        assertIrreversible(
                op -> op.dropIndex("ix_nick"),
                "dropIndex(\"ix_nick\")",
                "Tell it what the index is on, dropIndex(\"ix_nick\", \"table\", \"column\"), or write the downgrade by"
                        + " hand.");
        assertIrreversible(
                op -> op.execute("DELETE FROM t"), "execute(\"DELETE FROM t\")", "Write the downgrade by hand.");
        assertIrreversible(op -> op.handle(), "handle()", "Write the downgrade by hand.");
    }

    @Test
    void undoAppliesNothingIfOneDirectiveHasNoInverse() {
        RecordingSink sink = new RecordingSink();

        assertThatExceptionOfType(IrreversibleMigrationException.class)
                .isThrownBy(() -> Operations.perform(
                        REVISION,
                        op -> op.undo(undone -> {
                            undone.execute("SELECT 1");
                            undone.createIndex("ix_nick", "account", "nick");
                        }),
                        sink));
        assertThat(sink.operations()).isEmpty();
    }

    private static void assertIrreversible(Directives directives, String directive, String advice) {
        assertThatExceptionOfType(IrreversibleMigrationException.class)
                .isThrownBy(() -> record(op -> op.undo(directives)))
                .withMessage("Revision a (app.A) has no derived downgrade, because " + directive
                        + " cannot be inverted. " + advice + " Nothing was run; the database is as it was.")
                .satisfies(refused -> {
                    assertThat(refused.revision()).isEqualTo("a");
                    assertThat(refused.operation()).isEqualTo(directive);
                });
    }

    private static Table tableOf(Consumer<TableDraft> definition) throws Exception {
        return ((CreateTable)
                        record(op -> op.createTable("account", definition)).get(0))
                .table();
    }

    private static Column column(String name, ColumnType type) {
        return new Column(name, type, true, false, null);
    }

    private static ListAssert<Operation> assertThatRecorded(Directives directives) throws Exception {
        return assertThat(record(directives));
    }

    private static List<Operation> record(Directives directives) throws Exception {
        RecordingSink sink = new RecordingSink();
        Operations.perform(REVISION, directives, sink);
        return sink.operations();
    }
}
