package dev.headway.internal.tooling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableOrderTest {

    @Test
    void keepsOrderOfIndependentTables() {
        assertThat(order(table("b"), table("a"))).containsExactly("b", "a");
    }

    @Test
    void putsReferencedTablesFirst() {
        assertThat(order(table("line", "order"), table("order", "customer"), table("customer")))
                .containsExactly("customer", "order", "line");
    }

    @Test
    void ignoresReferencesToItselfAndToOtherTables() {
        TableOrder order = TableOrder.of(List.of(table("employee", "employee", "elsewhere")));

        assertThat(order.deferred()).isEmpty();
    }

    @Test
    void defersOneKeyOfACycle() {
        TableOrder order = TableOrder.of(List.of(table("a", "b"), table("b", "c"), table("c", "a")));

        assertThat(order.tables()).hasSize(3);
        assertThat(order.deferred()).extracting(TableOrder.KeyOfTable::table).containsExactly("a");
    }

    private static List<String> order(Table... tables) {
        return TableOrder.of(List.of(tables)).tables().stream().map(Table::name).toList();
    }

    private static Table table(String name, String... referenced) {
        List<Constraint> keys = Stream.of(referenced)
                .map(other -> (Constraint) new ForeignKey("fk_" + other, List.of("id"), other, List.of("id")))
                .toList();
        return new Table(name, List.of(Column.of("id", Plain.INTEGER)), keys);
    }
}
