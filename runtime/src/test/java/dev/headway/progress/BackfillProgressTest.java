package dev.headway.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BackfillProgressTest {

    @Test
    void theRateIsThatOfAllRowsSoFar() {
        assertThat(after(Duration.ofMillis(1_500)).rowsPerSecond()).isEqualTo(2_000);
        assertThat(after(Duration.ZERO).rowsPerSecond()).isZero();
    }

    private static BackfillProgress after(Duration took) {
        return new BackfillProgress(3_000, 0, OptionalLong.empty(), took);
    }
}
