package dev.headway.examples.hsqldb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.Migrations;
import dev.headway.cli.Headway;
import dev.headway.examples.hsqldb.migrations.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.hsqldb.jdbc.JDBCDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code headway check} compares an HSQLDB database with a model. */
class HsqldbComparisonTest {
    @TempDir
    Path directory;

    private final JDBCDataSource dataSource = new JDBCDataSource();

    @BeforeEach
    void upgrade() {
        dataSource.setUrl("jdbc:hsqldb:mem:" + UUID.randomUUID());
        dataSource.setUser("SA");
        Migrations.on(dataSource).upgradeToHead();
    }

    @Test
    void findsNoDifferenceAfterMigrations() throws IOException {
        assertThat(check()).startsWith("exit code 0");
    }

    @Test
    void findsColumnThatTheModelLacks() throws IOException {
        Jdbi.create(dataSource).useHandle(handle -> handle.execute("ALTER TABLE team ADD COLUMN motto varchar(80)"));

        assertThat(check()).startsWith("exit code 1").contains("motto");
    }

    @Test
    void findsChangedCheck() throws IOException {
        Jdbi.create(dataSource).useHandle(handle -> {
            handle.execute("ALTER TABLE account DROP CONSTRAINT ck_age");
            handle.execute("ALTER TABLE account ADD CONSTRAINT ck_age CHECK (age >= 1)");
        });

        assertThat(check()).startsWith("exit code 1").contains("ck_age");
    }

    private String check() throws IOException {
        Files.writeString(
                directory.resolve("headway.properties"),
                "headway.url = %s%nheadway.user = SA%nheadway.target = %s%n"
                        .formatted(dataSource.getUrl(), Model.class.getName()));
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int code = Headway.run(writer, writer, "check", "--directory=" + directory);
        writer.flush();
        return "exit code " + code + "\n" + output;
    }
}
