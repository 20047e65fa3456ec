package dev.headway.testing;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class MissingServerTest {

    @Test
    void failsInCi() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MissingServer.report("Example is not installed", true))
                .withMessage("Example is not installed. CI=true requires every server: install it, or unset CI");
    }
}
