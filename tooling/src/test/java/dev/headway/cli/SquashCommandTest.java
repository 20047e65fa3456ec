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

/** A range of a history becomes one class, on every database, and what databases have is what they would have had. */
class SquashCommandTest {
    @TempDir
    private Path directory;

    private ShopProject shop;

    private void begin(TestDatabase database) throws IOException {
        shop = new ShopProject(directory);
        Files.writeString(directory.resolve("headway.properties"), """
                headway.url = %s
                headway.user = %s
                headway.password = %s
                headway.package = shop
                """.formatted(
                        database.url().replace("\\", "\\\\"), database.user(), database.password()));
    }

    /** A history with a lookup table, a column that is filled and renamed, and one revision behind them. */
    private void history(TestDatabase database) throws IOException {
        begin(database);
        shop.write("CreateStatus", "id = \"a1\"", """
                op.createTable("status", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.varchar("name", 20).notNull();
                    t.timestamp("created_at").notNull().defaultsTo(dev.headway.op.Sql.now());
                });
                op.insert("status", java.util.List.of(
                        java.util.Map.of("name", "open"), java.util.Map.of("name", "it's shut")));
                """);
        shop.write("CreateCustomer", "id = \"b2\", down = CreateStatus.class, branch = \"shop\"", """
                op.createTable("customer", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.varchar("nick", 20);
                    t.bigint("status_id").references("status", "id", key -> key.named("fk_customer_status"));
                });
                """);
        shop.write("RenameNick", "id = \"c3\", down = CreateCustomer.class", """
                op.renameColumn("customer", "nick", "nickname");
                op.execute("UPDATE customer SET nickname = 'none' WHERE nickname IS NULL");
                op.backfill("UPDATE customer SET status_id = 1 WHERE status_id IS NULL");
                """);
        shop.write("AddPoints", "id = \"d4\", down = RenameNick.class", """
                op.addColumn("customer", c -> c.integer("points").notNull().defaultsTo(0));
                """);
        assertThat(shop.compile()).isEmpty();
    }

    private String source(String type) throws IOException {
        return Files.readString(directory.resolve("src/main/java/shop/" + type + ".java"));
    }

    private void squash(String range) throws IOException {
        shop.run("squash", range, "-m", "baseline", "--rev-id=s1").succeeds();
        assertThat(shop.compile()).isEmpty();
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aRangeBecomesOneClassAndTheHistoryGoesOn(TestDatabase database) throws IOException {
        history(database);

        assertThat(shop.run("squash", "base:c3", "-m", "baseline", "--rev-id=s1")
                        .lines())
                .containsExactly(
                        "Left out of c3: execute(\"UPDATE customer SET nickname = 'none' WHERE nickname IS NULL\"),"
                                + " which changes rows",
                        "Left out of c3: backfill(…), which changes rows",
                        "A fresh database gets the same tables and rows without these. Look whether they do more.",
                        "Wrote src/main/java/shop/Baseline.java (s1)",
                        "Changed src/main/java/shop/AddPoints.java, which comes after it now",
                        "Leave the classes that it replaces until no database is in the midst of them.");

        assertThat(source("Baseline")).isEqualTo("""
                package shop;

                import dev.headway.Migration;
                import dev.headway.Revision;
                import dev.headway.op.Operations;
                import dev.headway.op.Sql;
                import java.util.List;
                import java.util.Map;

                @Revision(id = "s1", branch = "shop", replaces = {"a1", "b2", "c3"})
                public final class Baseline implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable("status", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.varchar("name", 20).notNull();
                            t.timestamp("created_at").notNull().defaultsTo(Sql.now());
                        });
                        op.createTable("customer", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.varchar("nickname", 20);
                            t.bigint("status_id");
                            t.foreignKey("fk_customer_status", "status_id").references("status", "id");
                        });
                        op.insert("status", List.of(
                                Map.of("name", "open"),
                                Map.of("name", "it's shut")));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("customer");
                        op.dropTable("status");
                    }
                }
                """);
        assertThat(source("AddPoints")).contains("@Revision(id = \"d4\", down = Baseline.class)");
        assertThat(shop.compile()).isEmpty();

        shop.run("upgrade").succeeds();
        assertThat(database.applied()).containsExactly("d4", "s1");
        assertThat(database.column("SELECT name FROM status ORDER BY id")).containsExactly("open", "it's shut");
        database.execute("INSERT INTO status (name) VALUES ('third')");
        assertThat(database.column("SELECT id FROM status ORDER BY id")).containsExactly("1", "2", "3");
        shop.run("revision", "-m", "next", "--rev-id=e5").succeeds();
        assertThat(source("Next")).contains("down = AddPoints.class");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        shop.run("downgrade", "base").succeeds();
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aCompleteDatabaseRunsNothing(TestDatabase database) throws IOException {
        history(database);
        shop.run("upgrade").succeeds();
        squash("a1:c3");

        assertThat(shop.run("upgrade").lines()).containsExactly("Nothing to do.");

        assertThat(database.applied()).containsExactly("d4", "s1");
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aHalfWayDatabaseGoesTheOldWay(TestDatabase database) throws IOException {
        history(database);
        shop.run("upgrade", "b2").succeeds();
        database.execute("INSERT INTO customer (id, nick) VALUES (7, 'Ann')");
        squash(":c3");

        assertThat(shop.run("upgrade").lines()).hasSize(2);

        assertThat(database.applied()).containsExactly("d4", "s1");
        assertThat(database.column("SELECT nickname FROM customer")).containsExactly("Ann");
        assertThat(database.column("SELECT status_id FROM customer")).containsExactly("1");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aDatabaseWhereTheRangeBeginsKeepsItsRows(TestDatabase database) throws IOException {
        history(database);
        shop.write("AddLabel", "id = \"e5\", down = AddPoints.class", """
                op.renameTable("customer", "client");
                op.renameColumn("client", "nickname", "label");
                op.insert("status", java.util.Map.of("id", 20, "name", "new", "created_at",
                        java.time.LocalDateTime.of(2020, 1, 2, 3, 4)));
                op.execute("UPDATE client SET points = 7");
                """);
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade", "c3").succeeds();
        database.execute("INSERT INTO customer (id, nickname) VALUES (7, 'Ann')");

        assertThat(shop.run("squash", "d4:e5", "-m", "later", "--rev-id=s1").lines())
                .contains(
                        "Left out of e5: execute(\"UPDATE client SET points = 7\"), which changes rows",
                        "Databases where the range begins may have rows that these would have changed. Write what they"
                                + " need into the class.");

        assertThat(source("Later"))
                .contains("@Revision(id = \"s1\", down = RenameNick.class, replaces = {\"d4\", \"e5\"})")
                .contains("// Left out of e5: execute(\"UPDATE client SET points = 7\"), which changes rows\n")
                .contains("op.renameTable(\"customer\", \"client\");")
                .contains("op.insert(\"status\", Map.of(\"id\", 20")
                .contains("op.execute(\"DELETE FROM status WHERE id = 20\");");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        assertThat(database.column("SELECT label FROM client")).containsExactly("Ann");
        database.execute("INSERT INTO status (name) VALUES ('next')");
        assertThat(database.column("SELECT id FROM status ORDER BY id")).containsExactly("1", "2", "20", "21");
        database.execute("DELETE FROM status WHERE id = 21");
        shop.run("downgrade", "c3").succeeds();
        assertThat(database.column("SELECT nickname FROM customer")).containsExactly("Ann");
        assertThat(database.column("SELECT id FROM status ORDER BY id")).containsExactly("1", "2");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void valuesOfAllKindsReadBack(TestDatabase database) throws IOException {
        begin(database);
        shop.write("CreateKind", "id = \"a1\"", """
                op.createTable("kind", t -> {
                    t.integer("id").primaryKey();
                    t.bool("yes");
                    t.bigint("large");
                    t.decimal("price", 12, 2);
                    t.doublePrecision("ratio");
                    t.text("note");
                    t.date("day");
                    t.timestamp("at");
                    t.timestamptz("moment");
                    t.uuid("code");
                    t.binary("bytes");
                    t.varchar("usual", 10).defaultsTo("x");
                });
                """);
        shop.write("FillKind", "id = \"b2\", down = CreateKind.class", """
                java.util.Map<String, Object> row = new java.util.HashMap<>();
                row.put("id", 1);
                row.put("yes", true);
                row.put("large", 9_000_000_000L);
                row.put("price", new java.math.BigDecimal("12.50"));
                row.put("ratio", 0.1);
                row.put("note", "it's \\"so\\"\\n?");
                row.put("day", java.time.LocalDate.of(2020, 2, 29));
                row.put("at", java.time.LocalDateTime.of(2020, 2, 29, 1, 2, 3));
                row.put("moment", java.time.Instant.parse("2020-02-29T01:02:03.5Z"));
                row.put("code", java.util.UUID.fromString("6b29fc40-ca47-1067-b31d-00dd010662da"));
                row.put("bytes", new byte[] {0, -1, 39});
                row.put("usual", null);
                op.insert("kind", row);
                op.insert("kind", java.util.Map.of("id", 5));
                op.insert("kind", java.util.Map.of("id", 6, "note", "\\\\", "large", 2L, "ratio", 1.5,
                        "moment", java.time.Instant.parse("2020-02-29T01:02:03Z"), "bytes", new byte[] {1}));
                """);
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        var before = database.rows("SELECT * FROM kind ORDER BY id");
        database.clear();
        squash(":head");
        shop.run("upgrade").succeeds();

        assertThat(source("Baseline")).doesNotContain("Left out");
        if (database.kind().equals("MariaDB")) {
            assertThat(source("Baseline")).contains("\"moment\", Instant.parse(\"2020-02-29T01:02:03Z\")");
            assertThat(source("Baseline"))
                    .contains("CONVERT_TZ('2020-02-29 01:02:03.5', '+00:00', @@session.time_zone)");
        }
        assertThat(database.applied()).containsExactly("s1");
        assertThat(database.rows("SELECT * FROM kind ORDER BY id"))
                .usingRecursiveComparison()
                .ignoringFields("bytes")
                .isEqualTo(before);
        byte[] bytes = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT bytes FROM kind WHERE id = 1")
                        .mapTo(byte[].class)
                        .one());
        assertThat(bytes).containsExactly(0, -1, 39);
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void whatIsNotSeenIsTold(TestDatabase database) throws IOException {
        history(database);
        String sql = database.kind().equals("H2") || database.has(Capability.WHOLE_COLUMNS)
                ? "SET @seen = 1"
                : database.kind().equals("SQLite") ? "PRAGMA user_version = 1" : "SET application_name = 'x'";
        shop.write("Unseen", "id = \"e5\", down = AddPoints.class", "op.execute(\"" + sql + "\");");
        assertThat(shop.compile()).isEmpty();

        assertThat(shop.run("squash", ":head", "-m", "baseline").lines())
                .contains("Left out of e5: execute(\"" + sql + "\"), which changes nothing that is compared");

        assertThat(source("Baseline")).contains("// Left out of e5: execute(\"" + sql + "\"), which");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void rowsThatCannotBeSaidAreRefusedByTable(TestDatabase database) throws IOException {
        history(database);
        shop.write("AddTokens", "id = \"e5\", down = AddPoints.class", """
                op.createTable("token", t -> t.varchar("text", 40).notNull());
                op.insert("token", java.util.Map.of("text", java.util.UUID.randomUUID().toString()));
                op.execute("UPDATE status SET name = 'closed' WHERE id = 2");
                """);
        assertThat(shop.compile()).isEmpty();

        ShopProject.Answer refused = shop.run("squash", "d4:head", "-m", "later");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualToNormalizingNewlines(
                        "FAILED: The range leaves rows that a squash cannot insert: status, since the range changes or"
                                + " deletes rows in it that exist before; token, since text has another value each"
                                + " time, and no default that would make it. Nothing was written. Use"
                                + " --rows-by-hand=status --rows-by-hand=token and write into the squash what they need, or"
                                + " squash another range.\n");
        assertThat(directory.resolve("src/main/java/shop/Later.java")).doesNotExist();
        assertThat(database.allTables()).doesNotContain("token");
        shop.run("squash", "d4:head", "-m", "later", "--rows-by-hand=status", "--rows-by-hand=token")
                .succeeds();
        assertThat(source("Later")).contains("// Insert the rows of status here.", "// Insert the rows of token here.");
        assertThat(shop.compile()).isEmpty();
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void refusesToWriteValuesOfSecretStatementsIntoSources(TestDatabase database) throws IOException {
        history(database);
        shop.write("AddSecret", "id = \"e5\", down = AddPoints.class", """
                op.createTable("setting", t -> t.varchar("text", 40).notNull());
                op.execute("INSERT INTO setting VALUES (?)", "S3CR" + "-pa55word").secret();
                """);
        assertThat(shop.compile()).isEmpty();

        assertThat(shop.run("squash", "d4:head", "-m", "later").err())
                .startsWith(
                        "FAILED: The range leaves rows that a squash cannot insert: setting, since it has a value of a"
                                + " statement that is marked as secret. Nothing was written. Use --rows-by-hand=setting ")
                .doesNotContain("S3CR");
        shop.run("squash", "d4:head", "-m", "later", "--rows-by-hand=setting").succeeds();
        assertThat(source("Later")).contains("execute(secret statement)").doesNotContain("S3CR");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void whatCannotBeOneRevisionIsRefused(TestDatabase database) throws IOException {
        history(database);
        shop.write("Branch", "id = \"x1\", down = CreateCustomer.class, branch = \"side\"", "");
        shop.write("Dependent", "id = \"x2\", down = Branch.class, dependsOn = CreateStatus.class", "");

        assertThat(shop.run("squash", "a1:c3").err())
                .isEqualToNormalizingNewlines(
                        "FAILED: Others branch off from the middle of the range: x1 (shop.Branch) comes after b2; x2"
                                + " (shop.Dependent) depends on a1. Nothing was written. End the range there, or begin it after"
                                + " that; what only depends on its middle may depend on its end, c3, instead.\n");
        assertThat(shop.run("squash", "a1:").err())
                .contains("The range has several ends: x2 (shop.Dependent), d4 (shop.AddPoints). Nothing was written.");
        assertThat(shop.run("squash", "a1:a1").err())
                .contains("The range has only a1 (shop.CreateStatus), which is one revision already.");
        assertThat(shop.run("squash", "x1:x2").err()).contains("x1 (shop.Branch) is not compiled as it is written");

        shop.write("Join", "id = \"y1\", down = {AddPoints.class, Dependent.class}", "");
        shop.write("Behind", "id = \"y2\", down = Join.class", "");
        assertThat(shop.run("squash", "c3:y2").err())
                .contains("Others merge into the middle of the range: x2 (shop.Dependent) merges at y1.");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void whatIsOtherEachTimeBeforeTheRangeIsNoMatter(TestDatabase database) throws IOException {
        begin(database);
        shop.write("CreateToken", "id = \"a1\"", """
                op.createTable("token", t -> t.varchar("text", 40).notNull());
                op.insert("token", java.util.Map.of("text", java.util.UUID.randomUUID().toString()));
                """);
        shop.write(
                "CreateOne",
                "id = \"b2\", down = CreateToken.class",
                "op.createTable(\"one\", t -> t.integer(\"id\"));");
        shop.write(
                "CreateTwo", "id = \"c3\", down = CreateOne.class", "op.createTable(\"two\", t -> t.integer(\"id\"));");
        assertThat(shop.compile()).isEmpty();

        ShopProject.Answer answer = shop.run("squash", "b2:c3", "-m", "both", "--rev-id=s1", "--json");

        assertThat(answer.succeeds().out()).contains("\"revision\": \"s1\"", "\"leftOut\": []", "Both.java");
        assertThat(source("Both")).doesNotContain("token");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aSquashMayBeSquashedAgainButNotWhatItReplaces(TestDatabase database) throws IOException {
        history(database);
        shop.run("upgrade", "b2").succeeds();
        squash("a1:c3");

        assertThat(shop.run("squash", "b2:d4").err())
                .contains("b2 (shop.CreateCustomer) is replaced already, by s1 (shop.Baseline). Nothing was written.");
        shop.run("squash", ":d4", "-m", "again", "--rev-id=s2").succeeds();

        assertThat(source("Again")).contains("@Revision(id = \"s2\", branch = \"shop\", replaces = {\"s1\", \"d4\"})");
        assertThat(shop.compile()).isEmpty();
        assertThat(shop.run("upgrade").lines()).hasSize(2);
        assertThat(database.applied()).containsExactly("s2");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void whatCannotBeRunIsNamed(TestDatabase database) throws IOException {
        history(database);
        shop.write("Broken", "id = \"e5\", down = AddPoints.class", "op.execute(\"DROP TABLE nobody\");");
        assertThat(shop.compile()).isEmpty();

        assertThat(shop.run("squash", ":head", "-m", "baseline").err())
                .contains("Revision e5 (shop.Broken) cannot be run in a scratch schema: ", "Nothing was written.");
        assertThat(directory.resolve("src/main/java/shop/Baseline.java")).doesNotExist();
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void commandsShowThatASquashIsPartlyApplied(TestDatabase database) throws IOException {
        history(database);
        shop.run("upgrade", "b2").succeeds();
        squash("a1:c3");
        String state =
                "(partially applied: of the revisions that it replaces, only a1, b2 are applied; run headway upgrade"
                        + " s1)";

        assertThat(shop.run("current").lines()).containsExactly("s1 " + state);
        assertThat(shop.run("current", "--json").out()).contains("\"revision\": \"s1\"", "only a1, b2 are applied");
        assertThat(shop.run("history", "-i").lines())
                .containsExactly("s1 -> d4 (shop) (head), add points", "<base> -> s1 (shop) " + state + ", baseline");
        assertThat(shop.run("plan", "s1").lines()).hasSize(1).first().asString().contains("c3");
        assertThat(shop.run("stamp", "b2").err())
                .contains("Can't locate revision identified by 'b2'. Revision s1 replaces it. Specify s1 instead.");

        shop.run("upgrade", "s1").succeeds();
        assertThat(shop.run("current").lines()).containsExactly("s1");
    }

    private void table(String type, String revision, String name) throws IOException {
        shop.write(type, revision, "op.createTable(\"" + name + "\", t -> t.integer(\"id\"));");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aRangeMayContainAMergeAndEndBeforeADependency(TestDatabase database) throws IOException {
        begin(database);
        table("CreateRoot", "id = \"a1\", branch = \"main\"", "root");
        table("CreateLeft", "id = \"b1\", down = CreateRoot.class", "left_side");
        table("CreateRight", "id = \"b2\", down = CreateRoot.class", "right_side");
        shop.write("Join", "id = \"c1\", down = {CreateLeft.class, CreateRight.class}", "");
        table("CreateOther", "id = \"z1\", branch = \"other\", dependsOn = Join.class", "other");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade", "b2").succeeds();

        squash(":c1");

        assertThat(source("CreateOther")).contains("dependsOn = Baseline.class");
        shop.run("upgrade", "heads").succeeds();
        assertThat(database.applied()).containsExactly("s1", "z1");
        shop.run("downgrade", "base").succeeds();
        assertThat(database.tables()).isEmpty();
        shop.run("upgrade", "heads").succeeds();
        assertThat(database.tables()).containsExactly("left_side", "other", "right_side", "root");
    }

    @DatabaseTest(processes = Processes.IN_TURN)
    void aRangeMayDependOnAnotherBranch(TestDatabase database) throws IOException {
        begin(database);
        table("CreateRoot", "id = \"a1\", branch = \"main\"", "root");
        table("CreateOther", "id = \"z1\", branch = \"other\"", "other");
        table("CreateOne", "id = \"b1\", down = CreateRoot.class", "one");
        table("CreateTwo", "id = \"c1\", down = CreateOne.class, dependsOn = CreateOther.class", "two");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade", "b1").succeeds();

        squash("b1:c1");

        assertThat(source("Baseline")).contains("down = CreateRoot.class, dependsOn = CreateOther.class");
        assertThat(shop.run("plan", "heads").lines()).hasSize(2);
        shop.run("upgrade", "heads").succeeds();
        assertThat(database.applied()).containsExactly("a1", "s1", "z1");
    }
}
