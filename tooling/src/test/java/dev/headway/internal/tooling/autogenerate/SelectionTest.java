package dev.headway.internal.tooling.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is compared is chosen by names: of tables, and of what belongs to them. */
class SelectionTest {
    private static final Schema SHOP = new Schema(
            List.of(table("account"), table("account_old"), table("headway_log"), table("purchase")),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    @Test
    void tablesAreIncludedAndExcludedByTheirNames() {
        assertThat(tables(List.of(), List.of())).containsExactly("account", "account_old", "purchase");
        assertThat(tables(List.of("account*"), List.of("*_old"))).containsExactly("account");
    }

    @Test
    void indexesAndConstraintsAreExcludedWithTheirTables() {
        Schema chosen = Selection.of(List.of(), List.of(), List.of("account.ix_*", "purchase.ck_purchase"))
                .of(SHOP);

        Table account = chosen.tables().get(0);
        assertThat(account.indexes()).isEmpty();
        assertThat(account.constraints()).hasSize(2);
        Table purchase = chosen.tables().get(2);
        assertThat(purchase.indexes()).extracting(Index::name).containsExactly("ix_purchase");
        assertThat(purchase.constraints()).extracting(Constraint::name).containsExactly((String) null);
    }

    @Test
    void aNameWithoutATableIsNoIndex() {
        Schema chosen = Selection.of(List.of(), List.of(), List.of("ix_account", "*_account"))
                .of(SHOP);

        assertThat(chosen.tables().get(0).indexes()).hasSize(1);
    }

    private static Table table(String name) {
        return new Table(
                name,
                List.of(new Column("id", ColumnType.Plain.BIGINT, false, null, null, null, null, null)),
                List.of(
                        new Constraint.PrimaryKey(null, List.of("id")),
                        new Constraint.Check("ck_" + name, "id > 0", true)),
                List.of(Index.on("ix_" + name, name, "id")),
                null);
    }

    private static List<String> tables(List<String> include, List<String> exclude) {
        return Selection.of(List.of(), include, exclude).of(SHOP).tables().stream()
                .map(Table::name)
                .toList();
    }
}
