package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.testing.RequiresDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How late H2 writes what was committed, while a history is run and otherwise. */
@RequiresDatabase("H2")
class WriteDelayTest {
    private final List<Integer> seen = new ArrayList<>();
    private JdbcDataSource owner;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeDatabase() {
        owner = dataSource("sa");
    }

    @Test
    void isNoneWhileRevisionsRunAndThenWhatItWas() {
        try (Handle application = Jdbi.open(owner)) {
            application.execute("SET WRITE_DELAY 700");

            run(owner, this::look);

            assertThat(seen).containsExactly(0);
            assertThat(delay(application)).isEqualTo(700);
        }
    }

    @Test
    void isWhatItWasWhenARevisionFailed() {
        try (Handle application = Jdbi.open(owner)) {
            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(() -> run(owner, op -> {
                        op.execute("CREATE TABLE t AS SELECT 1 AS n");
                        op.handle().execute("UPDATE t SET n = 2");
                        throw new IllegalStateException("no more");
                    }));

            assertThat(delay(application)).isEqualTo(500);
            assertThat(application.select("SELECT n FROM t").mapTo(int.class).one())
                    .isEqualTo(1);
        }
    }

    @Test
    void staysForWhoMayNotChangeIt() {
        try (Handle application = Jdbi.open(owner)) {
            application.execute("CREATE USER app PASSWORD 'secret'");
            application.execute("CREATE SCHEMA app AUTHORIZATION app");
            JdbcDataSource limited = dataSource("app");
            limited.setUrl(limited.getUrl() + ";SCHEMA=APP");

            run(limited, this::look);

            assertThat(seen).containsExactly(500);
        }
    }

    private void look(Operations op) {
        seen.add(delay(op.handle()));
    }

    /** H2 lists what was once set before what holds now. */
    private static int delay(Handle handle) {
        List<Integer> values = handle.select(
                        "SELECT setting_value FROM information_schema.settings" + " WHERE setting_name = 'WRITE_DELAY'")
                .mapTo(int.class)
                .list();
        return values.get(values.size() - 1);
    }

    private static void run(JdbcDataSource dataSource, Directives directives) {
        Migrations.on(dataSource)
                .registries(registry(revision("a", directives)))
                .upgradeToHead();
    }

    private JdbcDataSource dataSource(String user) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl("jdbc:h2:" + folder.resolve("test"));
        dataSource.setUser(user);
        dataSource.setPassword("secret");
        return dataSource;
    }
}
