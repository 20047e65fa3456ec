package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.Processes;
import dev.headway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What separates a database from its model becomes a class: the same on all databases where they can do the same. */
class AutogenerateTest {
    @TempDir
    private Path directory;

    private ShopProject shop;

    private void begin(TestDatabase database) throws IOException {
        shop = new ShopProject(directory);
        Files.writeString(directory.resolve("headway.properties"), """
                headway.url = %s
                headway.user = %s
                headway.password = %s
                headway.package = shop.migrations
                headway.target = shop.Model
                """.formatted(
                        database.url().replace("\\", "\\\\"), database.user(), database.password()));
    }

    /** Writes the model, and compiles all there is. */
    private void model(String build) throws IOException {
        Path file = directory.resolve("src/main/java/shop/Model.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package shop;

                import dev.headway.TargetSchema;
                import dev.headway.op.Operations;
                import dev.headway.op.Sql;
                import dev.headway.schema.ReferentialAction;

                public final class Model implements TargetSchema {
                    @Override
                    public void build(Operations op) {
                        %s
                    }
                }
                """.formatted(build));
        assertThat(shop.compile()).isEmpty();
    }

    private String source(String type) throws IOException {
        return Files.readString(directory.resolve("src/main/java/shop/migrations/" + type + ".java"));
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void fromAModelToAMigrationAndOn(TestDatabase database) throws IOException {
        begin(database);
        model(checked(database, """
                op.createTable("customer", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.varchar("email", 320).notNull().unique("uq_customer_email");
                    t.integer("points").notNull().defaultsTo(0);
                    t.timestamp("created_at").defaultsTo(Sql.now());
                });
                op.createTable("purchase", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.bigint("customer_id").notNull();
                    t.decimal("total", 12, 2).notNull();
                    t.foreignKey("fk_purchase_customer", "customer_id")
                            .references("customer", "id")
                            .onDelete(ReferentialAction.CASCADE);
                    t.check("ck_purchase_total", "total > 0");
                });
                op.createIndex("ix_purchase_total", "purchase").descending("total").column("id");
                """));

        assertThat(shop.run("revision", "--autogenerate", "-m", "create shop", "--rev-id=a1")
                        .lines())
                .containsExactly(
                        "Detected added table 'customer'",
                        "Detected added table 'purchase'",
                        "Wrote src/main/java/shop/migrations/CreateShop.java (a1)");
        assertThat(inOneWord(source("CreateShop"))).isEqualTo(checked(database, """
                package shop.migrations;

                import dev.headway.Migration;
                import dev.headway.Revision;
                import dev.headway.op.Operations;
                import dev.headway.op.Sql;
                import dev.headway.schema.ReferentialAction;

                @Revision(id = "a1")
                public final class CreateShop implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("customer", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.varchar("email", 320).notNull().unique("uq_customer_email");
                            t.integer("points").notNull().defaultsTo(0);
                            t.timestamp("created_at").defaultsTo(Sql.now());
                        });
                        op.createTable("purchase", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.bigint("customer_id").notNull();
                            t.decimal("total", 12, 2).notNull();
                            t.foreignKey("fk_purchase_customer", "customer_id").references("customer", "id")
                                    .onDelete(ReferentialAction.CASCADE);
                            t.check("ck_purchase_total", "…");
                        });
                        op.createIndex("ix_purchase_total", "purchase").descending("total").column("id");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("purchase");
                        op.dropTable("customer");
                    }
                }
                """));

        assertThat(shop.compile()).isEmpty();
        assertThat(shop.run("revision", "--autogenerate", "-m", "again").err())
                .contains("Target database is not up to date")
                .contains("Pending: a1");
        shop.run("upgrade").succeeds();
        assertThat(shop.run("revision", "--autogenerate", "-m", "again").lines())
                .containsExactly("No new upgrade operations detected");
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
        assertThat(shop.run("check", "--models").lines()).containsExactly("The revisions match headway.target.");

        model("""
                op.createTable("customer", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.varchar("email", 400).notNull().unique("uq_customer_email");
                    t.integer("points").notNull().defaultsTo(10);
                    t.varchar("nickname", 50).notNull().defaultsTo("it's me");
                });
                op.createIndex("ix_customer_nickname", "customer", "nickname");
                """);

        ShopProject.Answer checked = shop.run("check");
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.out()).contains("Detected added column 'customer.nickname'\n");
        shop.run("revision", "--autogenerate", "-m", "add nickname", "--rev-id=b2")
                .succeeds();
        assertThat(inOneWord(source("AddNickname"))).contains(checked(database, """
                    @Override
                    public void upgrade(Operations op) {
                        op.dropTable("purchase");
                        op.alterTable("customer", t -> {
                            t.dropColumn("created_at");
                            t.alterColumn("email").varchar(400);
                            t.alterColumn("points").defaultsTo(10);
                            t.addColumn(c -> c.varchar("nickname", 50).notNull().defaultsTo("it's me"));
                        });
                        op.createIndex("ix_customer_nickname", "customer", "nickname");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropIndex("ix_customer_nickname", "customer");
                        op.createTable("purchase", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.bigint("customer_id").notNull();
                            t.decimal("total", 12, 2).notNull();
                            t.foreignKey("fk_purchase_customer", "customer_id").references("customer", "id")
                                    .onDelete(ReferentialAction.CASCADE);
                            t.check("ck_purchase_total", "…");
                        });
                        op.createIndex("ix_purchase_total", "purchase").descending("total").column("id");
                        op.alterTable("customer", t -> {
                            t.dropColumn("nickname");
                            t.alterColumn("email").varchar(320);
                            t.alterColumn("points").defaultsTo(0);
                            t.addColumn(c -> c.timestamp("created_at").defaultsTo(Sql.now()));
                        });
                    }
                """));
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        assertThat(shop.run("check", "--models").succeeds().exit()).isZero();
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
        shop.run("downgrade", "-1").succeeds();
        shop.run("upgrade").succeeds();
        assertThat(shop.run("check").succeeds().exit()).isZero();
    }

    /** Returns source without checks if the database ignores them. */
    private static String checked(TestDatabase database, String source) {
        return database.has(Capability.CHECKS) ? source : source.replaceAll("(?m)^ *t.check\\(.*\\);\n", "");
    }

    /** Each database tells the condition of a check in its own words. */
    private static String inOneWord(String source) {
        return source.replaceAll("(t.check\\(\"\\w+\", ).*\\);", "$1\"…\");");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aRenameIsNotGuessedButOffered(TestDatabase database) throws IOException {
        begin(database);
        database.execute("CREATE TABLE account (id integer NOT NULL PRIMARY KEY, nick varchar(20) DEFAULT 'x',"
                + " CONSTRAINT ck CHECK (nick <> 'y'))");
        database.execute("INSERT INTO account (id, nick) VALUES (1, 'Ann')");
        model(checked(database, """
                op.createTable("customer", t -> {
                    t.integer("id").primaryKey();
                    t.varchar("nickname", 20).defaultsTo("x");
                    t.check("ck", "nickname <> 'y'");
                });
                """));
        shop.run("revision", "--from-database", "-m", "initial", "--rev-id=a1").succeeds();
        assertThat(shop.compile()).isEmpty();
        shop.run("stamp", "a1").succeeds();

        assertThat(shop.run("revision", "--autogenerate", "-m", "x", "--rename=nobody=someone")
                        .err())
                .contains("The database has no table to rename by nobody=someone. Nothing was written.");
        assertThat(shop.run("revision", "--autogenerate", "-m", "guess", "--rename=account=customer", "--rev-id=c1")
                        .lines())
                .contains("If it was renamed, use --rename=customer.nick=nickname");
        assertThat(source("Guess")).contains("""
                        // If column nick was renamed, write this instead of dropping and adding it:
                        // op.renameColumn("customer", "nick", "nickname");
                """);
        Files.delete(directory.resolve("src/main/java/shop/migrations/Guess.java"));
        shop.run(
                        "revision",
                        "--autogenerate",
                        "-m",
                        "rename",
                        "--rename=account=customer",
                        "--rename=customer.nick=nickname")
                .succeeds();

        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        assertThat(database.column("SELECT nickname FROM customer")).containsExactly("Ann");
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
        shop.run("downgrade", "-1").succeeds();
        assertThat(database.column("SELECT nick FROM account")).containsExactly("Ann");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aDatabaseThatIsThereBecomesTheFirstRevision(TestDatabase database) throws IOException {
        begin(database);
        database.execute(
                "CREATE TABLE legacy (id integer NOT NULL PRIMARY KEY, name varchar(20) DEFAULT 'x' NOT NULL)");
        database.execute("CREATE TABLE flyway_schema_history (id integer)");

        assertThat(shop.run("revision", "--from-database", "-m", "initial baseline", "--rev-id=a1")
                        .lines())
                .containsExactly(
                        "Detected added table 'legacy'",
                        "Wrote src/main/java/shop/migrations/InitialBaseline.java (a1)",
                        "The database has it already. Compile it, then run stamp a1.");
        assertThat(source("InitialBaseline")).contains("""
                        op.createTable("legacy", t -> {
                            t.integer("id").primaryKey();
                            t.varchar("name", 20).notNull().defaultsTo("x");
                        });
                """);

        assertThat(shop.compile()).isEmpty();
        shop.run("stamp", "a1").succeeds();
        assertThat(shop.run("revision", "--from-database", "-m", "once more").err())
                .contains("The project has revisions");
        database.execute("DROP TABLE legacy");
        database.execute("DELETE FROM headway_revision");
        shop.run("upgrade").succeeds();
        assertThat(database.tables()).contains("legacy");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aTargetMayBeAFileOfSql(TestDatabase database) throws IOException {
        begin(database);
        Files.writeString(directory.resolve("schema.sql"), """
                -- what we want; no less
                CREATE TABLE wanted (id integer NOT NULL PRIMARY KEY, note varchar(20) DEFAULT ';');
                CREATE INDEX ix_wanted ON wanted (note);
                """);
        Files.writeString(
                directory.resolve("headway.properties"),
                Files.readString(directory.resolve("headway.properties")).replace("shop.Model", "schema.sql"));

        shop.run("revision", "--autogenerate", "-m", "create wanted").succeeds();

        assertThat(source("CreateWanted")).contains("""
                        op.createTable("wanted", t -> {
                            t.integer("id").primaryKey();
                            t.varchar("note", 20).defaultsTo(";");
                            t.index("ix_wanted", "note");
                        });
                """);
        assertThat(database.allTables()).doesNotContain("wanted");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void whatCannotBeBuiltIsToldAndLeavesNothing(TestDatabase database) throws IOException {
        begin(database);
        model("op.execute(\"CREATE TABLE twice (id integer)\"); op.execute(\"CREATE TABLE twice (id integer)\");");

        ShopProject.Answer refused = shop.run("revision", "--autogenerate", "-m", "never");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Building the schema in a scratch schema failed, so nothing was compared: ")
                .contains("CREATE TABLE twice");
        assertThat(database.allTables()).doesNotContain("twice");
        assertThat(Files.exists(directory.resolve("src/main/java/shop/migrations")))
                .isFalse();
    }

    @DatabaseTest
    void aTargetThatIsMissingIsToldOf(TestDatabase database) throws IOException {
        begin(database);

        assertThat(shop.run("revision", "--autogenerate", "-m", "never").err())
                .contains("headway.target names shop.Model, which is no class on the class path");
        Files.writeString(
                directory.resolve("headway.properties"),
                Files.readString(directory.resolve("headway.properties")).replace("headway.target", "headway.other"));
        assertThat(shop.run("check", "--models").err()).contains("No revision is on the class path");
        assertThat(shop.run("revision", "--autogenerate", "-m", "never").err())
                .contains("No target is configured. Nothing was compared. Set headway.target");
    }

    private void configure(String setting, String value) throws IOException {
        Path file = directory.resolve("headway.properties");
        Files.writeString(file, Files.readString(file) + setting + " = " + value + "\n");
    }

    private void forgetTarget() throws IOException {
        Path file = directory.resolve("headway.properties");
        Files.writeString(file, Files.readString(file).replace("headway.target = shop.Model", ""));
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void namesCountIfThatIsSaid(TestDatabase database) throws IOException {
        begin(database);
        database.execute("CREATE TABLE account (id integer NOT NULL PRIMARY KEY, nick varchar(20),"
                + " CONSTRAINT uq_old UNIQUE (nick), CONSTRAINT ck_old CHECK (id > 0))");
        database.execute("CREATE INDEX ix_old ON account (nick, id)");
        model(checked(database, """
                op.createTable("account", t -> {
                    t.integer("id").primaryKey();
                    t.varchar("nick", 20).unique("uq_new");
                    t.check("ck_new", "id > 0");
                    t.index("ix_new", "nick", "id");
                });
                """));

        assertThat(shop.run("revision", "--autogenerate", "-m", "nothing").lines())
                .containsExactly("No new upgrade operations detected");
        shop.run("revision", "--autogenerate", "--strict-names", "-m", "new names", "--rev-id=a1")
                .succeeds();

        String prefix = database.has(Capability.CHECKS) ? "ck" : "uq";
        assertThat(source("NewNames").lines().map(String::strip))
                .containsSubsequence(
                        "public void upgrade(Operations op) {",
                        "op.renameConstraint(\"account\", \"" + prefix + "_old\", \"" + prefix + "_new\");",
                        "op.renameIndex(\"account\", \"ix_old\", \"ix_new\");",
                        "public void downgrade(Operations op) {",
                        "op.renameConstraint(\"account\", \"" + prefix + "_new\", \"" + prefix + "_old\");",
                        "op.renameIndex(\"account\", \"ix_new\", \"ix_old\");");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        assertThat(shop.run("check", "--strict-names").lines()).containsExactly("The database is up to date.");
    }

    @DatabaseTest(value = Capability.SCHEMAS, processes = Processes.IN_TURN)
    void anotherDatabaseMayBeWhatIsWanted(TestDatabase database) throws IOException {
        begin(database);
        database.execute("CREATE TABLE wanted (id integer NOT NULL PRIMARY KEY)");
        forgetTarget();
        configure("headway.target.url", database.url());
        configure("headway.target.user", database.user());
        configure("headway.target.password", database.password());
        database.execute("CREATE SCHEMA other");
        configure("headway.schema", database.kind().equals("H2") ? "OTHER" : "other");

        shop.run("revision", "--autogenerate", "-m", "as there", "--rev-id=a1").succeeds();

        assertThat(source("AsThere")).contains("op.createTable(\"wanted\", t -> t.integer(\"id\").primaryKey());");
        assertThat(shop.compile()).isEmpty();
        assertThat(shop.run("check", "--models").lines()).containsExactly("The revisions match headway.target.");
        configure("headway.target", "schema.sql");
        assertThat(shop.run("check", "--models").err())
                .contains(
                        "headway.target and headway.target.url are both set. Nothing was compared. Keep one of them.");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aScratchPlaceMayBeElsewhereSoThatModelsAreCheckedWithoutTheDatabase(TestDatabase database) throws IOException {
        begin(database);
        model("op.createTable(\"wanted\", t -> t.integer(\"id\").primaryKey());");
        shop.run("revision", "--autogenerate", "-m", "create wanted").succeeds();
        assertThat(shop.compile()).isEmpty();
        Path file = directory.resolve("headway.properties");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("headway.url", "headway.scratch.url")
                        .replace("headway.user", "headway.scratch.user")
                        .replace("headway.password", "headway.scratch.password"));

        assertThat(shop.run("check", "--models").lines()).containsExactly("The revisions match headway.target.");
        assertThat(database.allTables()).isEmpty();
        assertThat(shop.run("check").err()).contains("No database is configured: headway.url is missing.");
        configure("headway.url", database.kind().equals("H2") ? "jdbc:sqlite::memory:" : "jdbc:h2:mem:other");
        assertThat(shop.run("revision", "--autogenerate", "-m", "never", "--head=base")
                        .err())
                .contains("Target database is not up to date");
        assertThat(shop.run("check", "--models").exit()).isZero();
    }

    @DatabaseTest(value = Capability.SCHEMAS, processes = Processes.IN_TURN)
    void otherSchemasAreComparedIfTheyAreNamed(TestDatabase database) throws IOException {
        begin(database);
        configure("headway.schemas", "audit");
        model("""
                op.createTable("account", t -> t.bigint("id").identity().primaryKey());
                op.createSchema("audit");
                op.createSequence("audit.numbers");
                op.createTable("audit.entry", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.bigint("account_id").references("%s", "id", key -> key.named("fk_entry_account"));
                    t.varchar("what", 20).notNull();
                    t.index("ix_entry_what", "what");
                });
                op.createView("audit.seen", "SELECT id, what FROM audit.entry");
                """.formatted(database.kind().equals("H2") ? "public.account" : "account"));
        if (database.has(Capability.WHOLE_COLUMNS)) {
            assertThat(shop.run("revision", "--autogenerate", "-m", "never").err())
                    .contains("headway.schemas lists other schemas, but " + database.kind()
                            + " has none besides the current one." + " Nothing was compared. Remove headway.schemas.");
            return;
        }

        assertThat(shop.run("revision", "--autogenerate", "-m", "create all", "--rev-id=a1")
                        .lines())
                .containsExactly(
                        "Detected added schema 'audit'",
                        "Detected added sequence 'audit.numbers'",
                        "Detected added table 'account'",
                        "Detected added table 'audit.entry'",
                        "Detected added view 'audit.seen'",
                        "Wrote src/main/java/shop/migrations/CreateAll.java (a1)");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
        assertThat(shop.run("check", "--models").lines()).containsExactly("The revisions match headway.target.");

        model("""
                op.createTable("account", t -> t.bigint("id").identity().primaryKey());
                op.createSchema("audit");
                op.createTable("audit.entry", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.varchar("what", 40).notNull().defaultsTo("?");
                });
                """);
        shop.run("revision", "--autogenerate", "-m", "say more", "--rev-id=b2").succeeds();
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
        model("op.createTable(\"account\", t -> t.bigint(\"id\").identity().primaryKey());");
        shop.run("revision", "--autogenerate", "-m", "drop audit", "--rev-id=c3")
                .succeeds();
        assertThat(source("DropAudit")).contains("op.dropSchema(\"audit\");");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
        shop.run("downgrade", "base").succeeds();
        shop.run("upgrade").succeeds();
        assertThat(shop.run("check").succeeds().exit()).isZero();
    }

    @DatabaseTest(value = Capability.SCHEMAS, processes = Processes.IN_TURN)
    void reportsMissingPrivilegeWhenScratchSchemaIsRefused(TestDatabase database) throws IOException {
        begin(database);
        model("op.createTable(\"wanted\", t -> t.integer(\"id\").primaryKey());");
        String missing = switch (database.kind()) {
            case "PostgreSQL" -> {
                database.execute("CREATE ROLE modest LOGIN PASSWORD 'secret'");
                yield "GRANT CREATE ON DATABASE … TO the user, or set headway.scratch.url to another database.";
            }
            case "MariaDB", "MySQL" -> {
                database.execute("CREATE USER modest@localhost IDENTIFIED BY 'secret'");
                database.execute("GRANT SELECT ON `"
                        + database.column("SELECT database()").get(0) + "`.* TO modest@localhost");
                yield "GRANT ALL ON `headway\\_scratch\\_%`.* TO the user, or set headway.scratch.url to"
                        + " another server.";
            }
            default -> "";
        };
        if (missing.isEmpty()) {
            return; // H2 builds in memory
        }
        try {
            assertThat(shop.run("revision", "--autogenerate", "-m", "never", "--user=modest", "--password=secret")
                            .err())
                    .contains("Nothing was changed. " + missing);
        } finally {
            database.execute(
                    database.has(Capability.WHOLE_COLUMNS) ? "DROP USER modest@localhost" : "DROP ROLE modest");
        }
    }

    @DatabaseTest(value = Capability.CLUSTERS, processes = Processes.IN_TURN)
    void aScratchPlaceThatAKilledProcessLeftIsRemoved(TestDatabase database) throws IOException {
        begin(database);
        model("op.createTable(\"wanted\", t -> t.integer(\"id\").primaryKey());");
        database.execute("CREATE DATABASE headway_scratch_0123456789abcdef");

        shop.run("revision", "--autogenerate", "-m", "create wanted").succeeds();

        assertThat(database.column("SHOW DATABASES LIKE 'headway\\_scratch\\_%'"))
                .isEmpty();
    }
}
