package dev.headway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue.Literal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the values refuse to be made of. */
class SchemaTest {
    private static final Column ID = column("id");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void namesAreNotBlank(String blank) {
        assertRefused(() -> column(blank), "A column needs a name");
        assertRefused(() -> new Table(blank, List.of(ID), List.of()), "A table needs a name");
        assertRefused(() -> new Index(blank, "t", List.of("id"), false), "An index needs a name");
        assertRefused(() -> new Index("ix", blank, List.of("id"), false), "The table of index 'ix' needs a name");
        assertRefused(
                () -> new ForeignKey(null, List.of("id"), blank, List.of("id")),
                "The table of a foreign key needs a name");
    }

    @Test
    void anIdentityHasNoOtherDefault() {
        assertRefused(
                () -> new Column("id", Plain.BIGINT, false, true, new Literal(1)),
                "Column 'id' is an identity, so it has no other default");
    }

    @Test
    void aTableHasColumns() {
        assertRefused(() -> new Table("t", List.of(), List.of()), "Table 't' needs at least one column");
    }

    @Test
    void columnsOfATableHaveDifferentNames() {
        assertRefused(
                () -> new Table("t", List.of(ID, column("name"), ID), List.of()), "Table 't' has two columns 'id'");
        assertThat(new Table("t", List.of(ID, column("ID")), List.of()).columns())
                .hasSize(2);
    }

    @Test
    void constraintsOfATableAreOnItsColumns() {
        assertRefused(
                () -> new Table("t", List.of(ID), List.of(new Unique("uq", List.of("id", "name")))),
                "Table 't' has a constraint on [id, name], but its columns are [id]");
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
    void anIndexHasColumns() {
        assertRefused(() -> new Index("ix", "t", List.of(), false), "Index 'ix' needs at least one column");
    }

    @Test
    void aLengthIsAtLeastOne() {
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
    void aLiteralDefaultIsATextANumberOrATruthValue() {
        assertRefused(
                () -> new Literal(LocalDate.EPOCH),
                "A literal default is a String, a Number or a Boolean, not java.time.LocalDate: write Sql.raw(\"…\") for"
                        + " other values");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Column("id", null, true, false, null))
                .withMessage("type");
        assertThatNullPointerException()
                .isThrownBy(() -> new ColumnType.Native(null))
                .withMessage("sql");
        assertThatNullPointerException()
                .isThrownBy(() -> new DefaultValue.Expression(null))
                .withMessage("sql");
    }

    @Test
    void aValueKeepsItsOwnCopyOfAList() {
        List<Column> columns = new ArrayList<>(List.of(ID));
        List<String> names = new ArrayList<>(List.of("id"));
        Table table = new Table("t", columns, List.of());
        Index index = new Index("ix", "t", names, false);
        Unique unique = new Unique(null, names);

        columns.clear();
        names.clear();

        assertThat(table.columns()).containsExactly(ID);
        assertThat(index.columns()).containsExactly("id");
        assertThat(unique.columns()).containsExactly("id");
    }

    private static Column column(String name) {
        return new Column(name, Plain.BIGINT, true, false, null);
    }

    private static void assertRefused(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }
}
