package dev.headway.internal.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.headway.error.ConfigurationException;
import dev.headway.error.DatabaseAccessException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pool that a run opens does not reveal the secrets of a URL. */
class JdbcUrlConnectionsTest {
    private static final String SECRET = "wr0ng-pa55";

    @Test
    void hidesTheUrlOfAMissingDriver() {
        Throwable refused = opening("jdbc:nosuch://me:" + SECRET + "@localhost/x");

        assertThat(refused)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("jdbc:nosuch://localhost/x");
        assertThat(trace(refused)).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://unknown.invalid/x?user=me&password=" + SECRET,
                "jdbc:mariadb://unknown.invalid/x?user=me&password=" + SECRET,
                "jdbc:h2:mem:x;IFEXISTS=TRUE;USER=me;PASSWORD=" + SECRET,
                "jdbc:h2:mem:x;PASSWORD=" + SECRET + ";NONSENSE=1",
            })
    void hidesTheUrlOfARefusedConnection(String url) {
        Throwable refused = opening(url);

        assertThat(refused).isInstanceOf(DatabaseAccessException.class);
        assertThat(trace(refused)).doesNotContain(SECRET);
    }

    private static Throwable opening(String url) {
        JdbcUrlConnections connections = new JdbcUrlConnections(new ConnectionSettings(url, null, null, null));
        return catchThrowable(() -> connections.withSessions(sessions -> "opened"));
    }

    private static String trace(Throwable failed) {
        StringWriter trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
