package dev.headway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerStartTest {

    @Test
    void retriesOnce() {
        Deque<IOException> failures = new ArrayDeque<>(List.of(new IOException("slow")));

        assertThat(ServerStart.retrying(() -> attempt(failures))).isEqualTo("started");
    }

    @Test
    void reportsBothFailures() {
        IOException first = new IOException("slow");
        IOException second = new IOException("port in use");
        Deque<IOException> failures = new ArrayDeque<>(List.of(first, second));

        assertThatIllegalStateException()
                .isThrownBy(() -> ServerStart.retrying(() -> attempt(failures)))
                .withMessage("A server failed to start twice: port in use")
                .withCause(second);
        assertThat(second).hasSuppressedException(first);
    }

    private static String attempt(Deque<IOException> failures) throws IOException {
        if (!failures.isEmpty()) {
            throw failures.pop();
        }
        return "started";
    }
}
