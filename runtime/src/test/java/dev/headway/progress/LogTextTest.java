package dev.headway.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts of {@code headway_log}. */
class LogTextTest {

    @ParameterizedTest
    @EnumSource
    void readsTextOfEveryOutcome(Outcome outcome) {
        assertThat(Outcome.of(outcome.text())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource
    void readsTextOfEveryAction(LogAction action) {
        assertThat(LogAction.of(action.text())).isEqualTo(action);
    }

    @Test
    void keepsTextsThatDatabasesContain() {
        assertThat(Outcome.values())
                .extracting(Outcome::text)
                .containsExactly("running", "done", "failed", "doubtful", "resumed", "settled", "unknown");
        assertThat(LogAction.values())
                .extracting(LogAction::text)
                .containsExactly("upgrade", "downgrade", "stamp", "unstamp", "unknown");
    }

    @Test
    void readsTextOfAnotherVersionAsUnknown() {
        assertThat(Outcome.of("paused")).isEqualTo(Outcome.UNKNOWN);
        assertThat(Outcome.of("DONE")).isEqualTo(Outcome.UNKNOWN);
        assertThat(LogAction.of("repair")).isEqualTo(LogAction.UNKNOWN);
    }
}
