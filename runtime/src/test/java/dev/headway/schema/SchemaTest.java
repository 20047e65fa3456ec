package dev.headway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue.Bytes;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.DefaultValue.Literal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the values refuse to be made of, and what they find in themselves. */
class SchemaTest {
    private static final Column ID = Column.of("id", Plain.BIGINT);

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void namesAreNotBlank(String blank) {
        assertRefused(() -> Column.of(blank, Plain.TEXT), "A column needs a name");
        assertRefused(() -> new Table(blank, List.of(ID), List.of()), "A table needs a name");
        assertRefused(() -> Index.on(blank, "t", "id"), "An index needs a name");
        assertRefused(() -> Index.on("ix", blank, "id"), "The table of index 'ix' needs a name");
        assertRefused(
                () -> new ForeignKey(null, List.of("id"), blank, List.of("id")),
                "The table of a foreign key needs a name");
        assertRefused(() -> new ColumnType.Enumerated(blank, List.of("a")), "An enum needs a name");
        assertRefused(() -> new Sequence(blank, 1, 1, null, null, false), "A sequence needs a name");
        assertRefused(() -> QualifiedName.parse(blank), "An object needs a name");
        assertRefused(() -> QualifiedName.parse(blank + ".t"), "A schema needs a name");
    }

    @Test
    void aColumnHasOneSourceOfValues() {
        Generated generated = new Generated("1", true);

        assertRefused(
                () -> new Column("id", Plain.BIGINT, false, new Literal(1), Identity.BY_DEFAULT, null, null, null),
                "Column 'id' is an identity, so it can't have a default");
        assertRefused(
                () -> new Column("id", Plain.BIGINT, false, new Literal(1), null, generated, null, null),
                "Column 'id' is generated, so it can't have a default or an identity");
        assertRefused(
                () -> new Column("id", Plain.BIGINT, false, null, Identity.BY_DEFAULT, generated, null, null),
                "Column 'id' is generated, so it can't have a default or an identity");
    }

    @Test
    void aColumnChangesOneThingAtATime() {
        Column column = new Column("a", Plain.TEXT, true, new Literal("x"), null, null, "C", "why");

        assertThat(column.notNull())
                .isEqualTo(new Column("a", Plain.TEXT, false, new Literal("x"), null, null, "C", "why"));
        assertThat(column.named("b"))
                .isEqualTo(new Column("b", Plain.TEXT, true, new Literal("x"), null, null, "C", "why"));
        assertThat(column.commented(null))
                .isEqualTo(new Column("a", Plain.TEXT, true, new Literal("x"), null, null, "C", null));
        assertThat(ID.numbered(Identity.BY_DEFAULT))
                .isEqualTo(new Column("id", Plain.BIGINT, false, null, Identity.BY_DEFAULT, null, null, null));
    }

    @Test
    void aTableHasColumns() {
        assertRefused(() -> new Table("t", List.of(), List.of()), "Table 't' needs at least one column");
    }

    @Test
    void columnsOfATableHaveDifferentNames() {
        assertRefused(
                () -> new Table("t", List.of(ID, Column.of("name", Plain.TEXT), ID), List.of()),
                "Table 't' has two columns 'id'");
        assertThat(new Table("t", List.of(ID, ID.named("ID")), List.of()).columns())
                .hasSize(2);
    }

    @Test
    void constraintsOfATableAreOnItsColumns() {
        assertRefused(
                () -> new Table("t", List.of(ID), List.of(new Unique("uq", List.of("id", "name")))),
                "Table 't' has a constraint on [id, name], but its columns are [id]");
    }

    @Test
    void findsColumnsConstraintsAndIndexesByName() {
        PrimaryKey key = new PrimaryKey("pk", List.of("id"));
        ForeignKey parent = new ForeignKey(null, List.of("id"), "parent", List.of("id"));
        Index index = Index.on("ix", "t", "id");
        Table table = new Table("t", List.of(ID), List.of(parent, key), List.of(index), null);

        assertThat(table.column("id")).contains(ID);
        assertThat(table.column("ID")).isEmpty();
        assertThat(table.constraint("pk")).contains(key);
        assertThat(table.constraint("fk")).isEmpty();
        assertThat(table.primaryKey()).contains(key);
        assertThat(table.foreignKeys()).containsExactly(parent);
        assertThat(table.index("ix")).contains(index);
        assertThat(table.index("pk")).isEmpty();
    }

    @Test
    void constraintsHaveColumns() {
        assertRefused(() -> new PrimaryKey(null, List.of()), "A primary key needs at least one column");
        assertRefused(() -> new Unique("uq", List.of()), "A unique constraint needs at least one column");
        assertRefused(
                () -> new ForeignKey(null, List.of(), "users", List.of("id")),
                "A foreign key needs at least one column");
        assertRefused(
                () -> new ForeignKey(null, List.of("id"), "users", List.of()),
                "A foreign key needs at least one column");
    }

    @Test
    void aForeignKeyHasAsManyColumnsAsItRefersTo() {
        assertRefused(
                () -> new ForeignKey(null, List.of("a", "b"), "users", List.of("id")),
                "A foreign key has as many columns as it refers to, but [a, b] refers to [id]");
    }

    @Test
    void refusesBlankChecksAndExclusions() {
        String nothing =
                "An exclusion constraint compares an expression with an operator, as in with(\"during\"," + " \"&&\")";

        assertRefused(() -> new Check("ck", " ", true), "A check needs a condition");
        assertRefused(
                () -> new Exclusion("ex", "gist", List.of(), null, Deferral.NOT_DEFERRABLE),
                "An exclusion constraint needs at least one element: add .with(\"column\", \"=\")");
        assertRefused(() -> new Exclusion.Element("", "="), nothing);
        assertRefused(() -> new Exclusion.Element("a", ""), nothing);
    }

    @Test
    void refusesIndexWithoutKeys() {
        assertRefused(
                () -> Index.on("ix", "t"),
                "Index 'ix' of table 't' has no key: specify at least one column, or add .expression(\"…\")");
        assertRefused(
                () -> Index.Key.column(""),
                "The key of an index is a column or an expression and must not" + " be blank");
    }

    @Test
    void lengthsAreAtLeastOne() {
        assertRefused(() -> new ColumnType.Varchar(0), "The length of a varchar is at least 1, not 0");
        assertRefused(() -> new ColumnType.Char(-1), "The length of a char is at least 1, not -1");
        assertThat(new ColumnType.Varchar(1).length()).isEqualTo(1);
    }

    @Test
    void theScaleOfADecimalIsWithinItsPrecision() {
        assertRefused(() -> new ColumnType.Decimal(0, 0), "The precision of a decimal is at least 1, not 0");
        assertRefused(
                () -> new ColumnType.Decimal(9, -1), "The scale of a decimal is from 0 to its precision of 9, not -1");
        assertRefused(
                () -> new ColumnType.Decimal(9, 10), "The scale of a decimal is from 0 to its precision of 9, not 10");
        assertThat(new ColumnType.Decimal(9, 9).scale()).isEqualTo(9);
    }

    @Test
    void anEnumHasValues() {
        assertRefused(() -> new ColumnType.Enumerated("mood", List.of()), "Enum 'mood' needs at least one value");
    }

    @Test
    void refusesIncrementOfZero() {
        assertRefused(() -> new Identity(true, 1, 0), "The increment of an identity must not be 0");
        assertRefused(() -> new Sequence("s", 1, 0, null, null, false), "The increment of sequence 's' must not be 0");
    }

    @Test
    void refusesDefaultsWithoutSqlConstant() {
        assertThat(DefaultValue.of("x")).isEqualTo(new Literal("x"));
        assertThat(DefaultValue.of(LocalDate.EPOCH)).isEqualTo(new Literal(LocalDate.EPOCH));
        assertThat(DefaultValue.of(null)).isEqualTo(new Expression("NULL"));
        assertThat(DefaultValue.of(new byte[] {1, -1})).isEqualTo(new Bytes("01ff"));
        assertThat(DefaultValue.of(DefaultValue.Now.NOW)).isEqualTo(DefaultValue.Now.NOW);
        assertRefused(
                () -> DefaultValue.of(List.of()),
                "A literal default is a String, a Number, a Boolean, a UUID, or a date or time of java.time, not "
                        + List.of().getClass().getName() + ": write Sql.raw(\"…\") for other values");
    }

    @Test
    void parsesNameWithSchema() {
        assertThat(QualifiedName.parse("account")).isEqualTo(new QualifiedName(null, "account"));
        assertThat(QualifiedName.parse("audit.account")).isEqualTo(new QualifiedName("audit", "account"));
        assertThat(QualifiedName.parse("\"a.b\"")).isEqualTo(new QualifiedName(null, "a.b"));
        assertThat(QualifiedName.parse("\"a.b\".c")).isEqualTo(new QualifiedName("a.b", "c"));
        assertThat(QualifiedName.parse("a.\"b\"\"c\"")).isEqualTo(new QualifiedName("a", "b\"c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "a.b", "\"", "\"a\"", "a\"b", "a.\"b"})
    void parsesLiteralName(String name) {
        assertThat(QualifiedName.parse(QualifiedName.literally(name))).isEqualTo(new QualifiedName(null, name));
    }

    @Test
    void aNameHasTwoPartsAtMost() {
        assertRefused(
                () -> QualifiedName.parse("a.b.c"),
                "The name 'a.b.c' has more parts than a schema and a name: write a name that has a dot in it in double"
                        + " quotes, as Sql.name(\"a.b\") does");
        assertRefused(
                () -> QualifiedName.parse("\"a.b"),
                "The name '\"a.b' has an unclosed double quote, or text after the closing one");
        assertRefused(
                () -> QualifiedName.parse("\"a\"b"),
                "The name '\"a\"b' has an unclosed double quote, or text after the closing one");
    }

    @Test
    void reportsMissingValues() {
        assertThatNullPointerException().isThrownBy(() -> Column.of("id", null)).withMessage("type");
        assertThatNullPointerException()
                .isThrownBy(() -> new ColumnType.Native(null))
                .withMessage("sql");
        assertThatNullPointerException().isThrownBy(() -> new Expression(null)).withMessage("sql");
    }

    @Test
    void aValueKeepsItsOwnCopyOfAList() {
        List<Column> columns = new ArrayList<>(List.of(ID));
        List<String> names = new ArrayList<>(List.of("id"));
        Table table = new Table("t", columns, List.of());
        Unique unique = new Unique(null, names);

        columns.clear();
        names.clear();

        assertThat(table.columns()).containsExactly(ID);
        assertThat(unique.columns()).containsExactly("id");
    }

    private static void assertRefused(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }
}
