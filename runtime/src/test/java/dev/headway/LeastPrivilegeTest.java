package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.op.Database;
import dev.headway.progress.Outcome;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A user who owns a schema, and may do nothing outside it. */
class LeastPrivilegeTest {
    private static final TestRevision SHOP = revision("shop", op -> {
                op.createTable("customer", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.varchar("name", 50).notNull().comment("as on the passport");
                });
                op.createTable("bill", t -> {
                    t.bigint("id").primaryKey();
                    t.bigint("customer").references("customer", "id");
                });
                op.createIndex("ix_customer_name", "customer", "name");
                op.createView("names", "SELECT name FROM customer");
                op.insert("customer", Map.of("name", "Ada"));
                op.on(Database.POSTGRESQL, pg -> pg.createEnum("mood", "sad", "happy"));
            })
            .downgrade(op -> {
                op.on(Database.POSTGRESQL, pg -> pg.execute("DROP TYPE mood"));
                op.dropView("names");
                op.dropTable("bill");
                op.dropTable("customer");
            });
    private static final TestRevision INDEX = revision(
                    "index",
                    op -> op.createIndex("ix_customer_id_name", "customer", "id", "name")
                            .concurrently())
            .after("shop");
    private static final TestRevision ROWS = revision("rows", op -> {
                op.addColumn("customer", c -> c.varchar("greeting", 60));
                op.backfill("UPDATE customer SET greeting = concat('Hello ', name) WHERE greeting IS NULL");
            })
            .after("index")
            .downgrade(op -> op.dropColumn("customer", "greeting"));

    @DatabaseTest(Capability.SCHEMAS)
    void canDoAllThatAHistoryNeeds(TestDatabase database) {
        String tenant = tenant(database);
        Migrator migrator = as(tenant, database, SHOP, INDEX, ROWS);

        migrator.upgradeToHead();

        assertThat(migrator.check().isUpToDate()).isTrue();
        assertThat(database.column("SELECT greeting FROM " + table(tenant, "customer", database)))
                .containsExactly("Hello Ada");
        assertThat(database.allTables()).isEmpty();
        migrator.downgrade("base");
        assertThat(migrator.log()).hasSize(6).allMatch(entry -> entry.outcome() == Outcome.DONE);
    }

    @DatabaseTest(Capability.SCHEMAS)
    void isToldWhenAStatementWaitsForALockInVain(TestDatabase database) {
        String tenant = tenant(database);
        as(tenant, database, SHOP).upgradeToHead();
        TestRevision waiting = revision("wait", op -> {
                    op.lockTimeout(Duration.ofSeconds(1));
                    op.execute("UPDATE customer SET name = 'Eve'");
                })
                .after("shop");
        Migrator migrator = as(tenant, database, SHOP, waiting);
        try (Handle other = database.jdbi().open()) {
            other.begin();
            other.execute("UPDATE " + table(tenant, "customer", database) + " SET name = 'Mallory'");

            assertThatExceptionOfType(MigrationFailedException.class)
                    .isThrownBy(migrator::upgradeToHead)
                    .withMessageContaining("UPDATE customer SET name = 'Eve'\n" + database.kind() + " says: ");
            other.rollback();
        }
        migrator.upgradeToHead();
    }

    @DatabaseTest(Capability.SCHEMAS)
    void isRefusedOutsideItInTheDatabasesWords(TestDatabase database) {
        database.execute("CREATE SCHEMA vault");
        database.execute("CREATE TABLE vault.precious (id int)");
        Migrator migrator =
                as(tenant(database), database, revision("raid", op -> op.execute("DROP TABLE vault.precious")));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageContaining(database.kind() + " says: ");
        assertThat(database.column("SELECT id FROM vault.precious")).isEmpty();
    }

    /** Makes a user with a schema of the same name, and no right to anything else. */
    private static String tenant(TestDatabase database) {
        String name = "TENANT_"
                + UUID.randomUUID().toString().replace("-", "").substring(8).toUpperCase(Locale.ROOT);
        String quoted = database.quoted(name);
        switch (database.kind()) {
            case "PostgreSQL" -> {
                String here = database.quoted(
                        database.column("SELECT current_database()").get(0));
                database.execute("CREATE ROLE " + quoted + " LOGIN PASSWORD 'right'");
                database.execute("CREATE SCHEMA " + quoted + " AUTHORIZATION " + quoted);
                database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
                database.execute("REVOKE ALL ON DATABASE " + here + " FROM PUBLIC");
                database.execute("GRANT CONNECT ON DATABASE " + here + " TO " + quoted);
            }
            case "MariaDB", "MySQL" -> {
                database.execute("CREATE USER " + quoted + "@localhost IDENTIFIED BY 'right'");
                database.execute("CREATE DATABASE " + quoted);
                database.execute("GRANT ALL ON " + quoted + ".* TO " + quoted + "@localhost");
            }
            default -> {
                database.execute("CREATE USER " + quoted + " PASSWORD 'right'");
                database.execute("CREATE SCHEMA " + quoted + " AUTHORIZATION " + quoted);
            }
        }
        return name;
    }

    /** Returns a table of a schema, spelled as the database spells what is not quoted. */
    private static String table(String schema, String name, TestDatabase database) {
        return database.quoted(schema) + "." + name;
    }

    private static Migrator as(String tenant, TestDatabase database, TestRevision... history) {
        String url = database.has(Capability.WHOLE_COLUMNS)
                ? database.url().replaceFirst("/test_\\d+", "/" + tenant)
                : database.url().replace(";DB_CLOSE_DELAY=-1", ""); // which only H2's administrators may say
        return Configuration.ofThisProcess()
                .with(Map.of("url", url, "user", tenant, "password", "right", "schema", tenant))
                .migrator()
                .registries(registry(history));
    }
}
