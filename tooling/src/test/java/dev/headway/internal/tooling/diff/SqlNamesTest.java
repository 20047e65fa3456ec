package dev.headway.internal.tooling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlNamesTest {

    @ParameterizedTest
    @CsvSource({
        "SELECT a FROM t, a, true",
        "SELECT A FROM t, a, true",
        "SELECT \"a\" FROM t, a, true",
        "SELECT ab FROM t, a, false",
        "SELECT _a FROM t, a, false",
        "SELECT a1 FROM t, a, false",
        "SELECT t.a, a, true"
    })
    void findsWholeNames(String sql, String name, boolean found) {
        assertThat(SqlNames.in(sql, name)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"a > 0 AND ab < a, a, b, b > 0 AND ab < b", "A > 0, a, b, A > 0", "a = 1, a, $1, $1 = 1"})
    void replacesWholeNamesAsTheyAreWritten(String sql, String name, String replacement, String expected) {
        assertThat(SqlNames.replaced(sql, name, replacement)).isEqualTo(expected);
    }
}
