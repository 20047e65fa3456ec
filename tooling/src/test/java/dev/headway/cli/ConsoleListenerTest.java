package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.progress.BackfillProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConsoleListenerTest {
    private static final Step A = new Step(RevisionInfo.of("a", "first"), Direction.UPGRADE);
    private static final Step B = new Step(RevisionInfo.of("b", "second").after("a"), Direction.UPGRADE);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void elsewhereThanOnATerminalAStepIsALine() {
        run(Terminal.NONE);

        assertThat(out.toString().lines())
                .containsExactly("Running upgrade base -> a, first", "Running upgrade a -> b, second");
        assertThat(err.toString()).isEqualTo("Another process migrates this database; waiting up to 60 s for it.\n");
    }

    @Test
    void onATerminalALineIsWrittenOverMeanwhile() {
        run(new Terminal(true, true));

        assertThat(out.toString())
                .contains("Running upgrade base -> \u001b[33ma\u001b[0m, first\n\r\u001b[K  revision 1 of 2")
                .contains("\r\u001b[K  revision 2 of 2, 500 rows, 50 % of the key, 250 per second")
                .endsWith("\r\u001b[K");
    }

    private void run(Terminal terminal) {
        ConsoleListener listener =
                new ConsoleListener(terminal, new PrintWriter(out, true), new PrintWriter(err, true));
        listener.waitingForLock(Duration.ofMinutes(1), List.of());
        listener.started(new Plan(List.of(A, B)));
        listener.stepStarted(A);
        listener.stepDone(A, 1, Duration.ZERO);
        listener.stepStarted(B);
        listener.batchDone(B, new BackfillProgress(500, 500, OptionalLong.of(1_000), Duration.ofSeconds(2)));
        listener.stepDone(B, 1, Duration.ZERO);
    }
}
