package dev.headway.internal.tooling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.schema.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewChangesTest {
    private static final View BASE = new View("base", "SELECT a FROM t");
    private static final View ABOVE = new View("above", "SELECT a FROM base");

    @Test
    void keepsEqualViews() {
        ViewChanges changes = new ViewChanges(List.of(ABOVE, BASE), List.of(ABOVE, BASE), view -> false);

        assertThat(changes.dropped()).isEmpty();
        assertThat(changes.created()).isEmpty();
    }

    @Test
    void dropsReadersFirstAndCreatesThemLast() {
        ViewChanges changes = new ViewChanges(List.of(ABOVE, BASE), List.of(ABOVE, BASE), BASE::equals);

        assertThat(changes.dropped()).containsExactly(ABOVE, BASE);
        assertThat(changes.created()).containsExactly(BASE, ABOVE);
    }

    @Test
    void replacesChangedViewAndItsReaders() {
        View changed = new View("base", "SELECT b AS a FROM t");

        ViewChanges changes = new ViewChanges(List.of(BASE, ABOVE), List.of(changed, ABOVE), view -> false);

        assertThat(changes.dropped()).containsExactly(ABOVE, BASE);
        assertThat(changes.created()).containsExactly(changed, ABOVE);
    }
}
