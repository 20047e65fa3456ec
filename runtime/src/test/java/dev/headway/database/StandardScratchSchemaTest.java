package dev.headway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.headway.error.CommandException;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scratch schema of a database that brings none of its own, on a database that follows the standard here. */
class StandardScratchSchemaTest {
    private static final String SCHEMAS = "SELECT schema_name FROM information_schema.schemata";

    private final ScratchDatabase scratch = new StandardScratchSchema(SessionRules.STANDARD);
    private Handle handle;

    @BeforeEach
    void openDatabaseWithATable() {
        handle = Jdbi.open(JdbcConnectionPool.create("jdbc:h2:mem:", "", ""));
        handle.execute("CREATE TABLE t (a integer)");
    }

    @AfterEach
    void close() {
        handle.close();
    }

    @Test
    void worksInAnEmptySchemaAndDropsIt() throws Exception {
        List<String> before = handle.createQuery(SCHEMAS).mapTo(String.class).list();

        String schema = scratch.use(handle, List.of(), inside -> {
            inside.execute("CREATE TABLE t (b integer)");
            inside.execute("INSERT INTO t VALUES (1)");
            return inside.getConnection().getSchema();
        });

        assertThat(schema).startsWith(ScratchDatabase.PREFIX);
        assertThat(handle.getConnection().getSchema()).isEqualTo("PUBLIC");
        assertThat(handle.createQuery(SCHEMAS).mapTo(String.class).list()).isEqualTo(before);
        assertThat(handle.createQuery("SELECT count(*) FROM t")
                        .mapTo(Integer.class)
                        .one())
                .isZero();
    }

    @Test
    void dropsTheSchemaIfTheWorkFails() {
        List<String> before = handle.createQuery(SCHEMAS).mapTo(String.class).list();

        assertThatIllegalStateException()
                .isThrownBy(() -> scratch.use(handle, List.of(), inside -> {
                    throw new IllegalStateException("failed");
                }));

        assertThat(handle.createQuery(SCHEMAS).mapTo(String.class).list()).isEqualTo(before);
    }

    @Test
    void refusesFurtherSchemas() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> scratch.use(handle, List.of("audit"), inside -> ""))
                .withMessageEndingWith("Nothing was compared. Remove headway.schemas.");
    }

    @Test
    void reportsMissingPrivilege() {
        String url = "jdbc:h2:mem:privileges";
        try (Handle owner = Jdbi.open(JdbcConnectionPool.create(url, "", ""))) {
            owner.execute("CREATE USER modest PASSWORD 'secret'");
            try (Handle modest = Jdbi.open(JdbcConnectionPool.create(url, "modest", "secret"))) {
                assertThatExceptionOfType(CommandException.class)
                        .isThrownBy(() -> scratch.use(modest, List.of(), inside -> ""))
                        .withMessageStartingWith("Cannot create the scratch schema headway_scratch_")
                        .withMessageContaining("Nothing was changed. Grant the database user the privilege");
            }
        }
    }
}
