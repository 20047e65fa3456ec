package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.headway.cli.ShopProject.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command, on a history with branches, a merge and a dependency. */
class CommandsTest {
    @TempDir
    private Path directory;

    private ShopProject shop;

    /** {@code a <- {b, c} <- d} and beside them {@code s <- t}, which depends on c. */
    @BeforeEach
    void writeAHistory() throws IOException {
        shop = new ShopProject(directory);
        Files.writeString(directory.resolve("headway.properties"), "headway.url=jdbc:h2:" + directory.resolve("shop"));
        shop.write("Account", "id = \"a1\", branch = \"shop\", message = \"create account\"", table("account"));
        shop.write("Billing", "id = \"b2\", down = Account.class, message = \"create bill\"", table("bill"));
        shop.write("Cart", "id = \"c3\", down = Account.class, message = \"create cart\"", table("cart"));
        shop.write("Done", "id = \"d4\", down = {Billing.class, Cart.class}, message = \"join\"", "// joined");
        shop.write("Search", "id = \"s5\", branch = \"search\", message = \"create index\"", table("word"));
        shop.write("Tokens", "id = \"t6\", down = Search.class, dependsOn = Cart.class", table("token"));
        assertThat(shop.compile()).isEmpty();
    }

    private static String table(String name) {
        return "op.createTable(\"" + name + "\", t -> t.bigint(\"id\"));";
    }

    @Test
    void historyHasTheNewestFirst() throws IOException {
        assertThat(shop.run("history").lines())
                .containsExactly(
                        "s5 (c3) -> t6 (search) (head), tokens",
                        "<base> -> s5 (search), create index",
                        "b2, c3 -> d4 (shop) (head) (mergepoint), join",
                        "a1 -> c3 (shop), create cart",
                        "a1 -> b2 (shop), create bill",
                        "<base> -> a1 (shop) (branchpoint), create account");
    }

    @Test
    void historyTellsARange() throws IOException {
        assertThat(shop.run("history", "-r", "b2:d4").lines())
                .containsExactly("b2, c3 -> d4 (shop) (head) (mergepoint), join", "a1 -> b2 (shop), create bill");
        shop.run("upgrade", "c3").succeeds();
        assertThat(shop.run("history", "-r-1:current").lines())
                .containsExactly(
                        "a1 -> c3 (shop), create cart".replace("(shop),", "(shop) (current),"),
                        "<base> -> a1 (shop) (branchpoint), create account");
    }

    @Test
    void historyAsksTheDatabaseWhereItIs() throws IOException {
        shop.run("upgrade", "b2").succeeds();

        assertThat(shop.run("history", "-i").lines()).contains("a1 -> b2 (shop) (current), create bill");
    }

    @Test
    void historyIsDrawn() throws IOException {
        assertThat(shop.run("history", "--graph").succeeds().out()).isEqualToNormalizingNewlines("""
                * t6 (search) (head), tokens (depends on c3)
                * s5 (search), create index
                  * d4 (shop) (head), join
                  |\\
                  | * c3 (shop), create cart
                  * | b2 (shop), create bill
                  |/
                  * a1 (shop), create account
                """);
        assertThat(shop.run("history", "--format=mermaid", "-r", "b2:d4")
                        .succeeds()
                        .out())
                .startsWith("flowchart BT\n  r0[\"<b>b2</b><br/>create bill\"]\n");
        shop.run("upgrade", "a1").succeeds();
        assertThat(shop.run("history", "--format=svg", "-i", "-o", "history.svg")
                        .lines())
                .containsExactly("Wrote history.svg");
        assertThat(shop.file("history.svg")).content().startsWith("<svg ").contains("current");
    }

    @Test
    void showTellsAllThatIsKnown() throws IOException {
        assertThat(shop.run("show", "a1").succeeds().out()).isEqualToNormalizingNewlines("""
                Rev: a1 (branchpoint)
                Parent: <base>
                Branches into: b2, c3
                Branch names: shop
                Class: shop.Account
                Checksum: fb846c4779ca880b

                    create account

                """);
        assertThat(shop.run("show", "search@head").succeeds().out())
                .contains("Rev: t6 (head)\nParent: s5\nAlso depends on: c3\n");
        assertThat(shop.run("show", "d4").succeeds().out()).contains("Merges: b2, c3");
    }

    @Test
    void headsAndBranchesTellTheShapeOfTheHistory() throws IOException {
        assertThat(shop.run("heads").lines()).containsExactly("d4 (shop) (head)", "t6 (search) (head)");
        assertThat(shop.run("branches").lines())
                .containsExactly("a1 (shop) (branchpoint)", "   -> b2 (shop)", "   -> c3 (shop)");
    }

    @Test
    void upgradeRunsAndPlanTellsBefore() throws IOException {
        assertThat(shop.run("plan", "b2").lines())
                .containsExactly(
                        "Would run upgrade base -> a1, create account", "Would run upgrade a1 -> b2, create bill");
        assertThat(shop.run("upgrade", "b2").lines())
                .containsExactly("Running upgrade base -> a1, create account", "Running upgrade a1 -> b2, create bill");
        assertThat(shop.run("plan", "--down", "base").lines())
                .containsExactly(
                        "Would run downgrade b2 -> a1, create bill", "Would run downgrade a1 -> base, create account");
        assertThat(shop.run("upgrade", "heads", "-q").lines()).isEmpty();
        assertThat(shop.run("plan", "heads").lines()).containsExactly("Nothing to do.");
    }

    @Test
    void currentTellsWhereTheDatabaseIs() throws IOException {
        shop.run("upgrade", "search@head").succeeds();
        assertThat(shop.run("current").lines()).containsExactly("t6 (head)");
        assertThat(shop.run("current", "-v").out()).contains("Rev: t6 (head) (current)", "Applied: 20");

        ShopProject.Answer behind = shop.run("current", "--check-heads");
        assertThat(behind.exit()).isEqualTo(1);
        assertThat(behind.err()).startsWith("FAILED: Target database is not up to date. Pending: b2, d4.");

        shop.run("upgrade", "heads").succeeds();
        shop.run("current", "--check-heads").succeeds();
    }

    @Test
    void stampSaysWhereTheDatabaseIs() throws IOException {
        assertThat(shop.run("stamp", "c3", "s5").lines()).containsExactly("The database is now at:", "c3", "s5");
        assertThat(shop.run("current").lines()).containsExactly("c3", "s5");
        assertThat(shop.run("stamp", "base").lines()).containsExactly("The database is at base now.");
        assertThat(shop.run("stamp", "heads", "--purge").lines()).hasSize(3);
    }

    @Test
    void sqlIsPrintedAndNothingElse() throws IOException {
        String sql = shop.run("upgrade", "a1:b2", "--sql").succeeds().out();

        assertThat(sql)
                .startsWith("-- Running upgrade a1 -> b2, create bill")
                .contains("CREATE TABLE bill")
                .doesNotContain("account");
        assertThat(shop.run("downgrade", "b2:a1", "--sql").succeeds().out()).contains("DROP TABLE bill;");
        assertThat(shop.run("stamp", "a1", "--sql").succeeds().out())
                .contains("CREATE TABLE IF NOT EXISTS headway_revision", "INSERT INTO headway_revision");
        ShopProject.Answer refused = shop.run("downgrade", "-1", "--sql");
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("FAILED: downgrade with --sql requires <fromrev>:<torev>");
        ShopProject.Answer unknown = shop.run("upgrade", "nosuch", "--sql");
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.exit()).isEqualTo(1);
    }

    @Test
    void theSqlIsThatOfTheDatabaseInTheUrl() throws IOException {
        assertThat(shop.run("upgrade", "a1", "--sql", "--url=jdbc:postgresql:")
                        .succeeds()
                        .out())
                .contains("BEGIN;", "COMMIT;");
        assertThat(shop.run("upgrade", "a1", "--sql", "--url=jdbc:oracle:thin:x")
                        .err())
                .startsWith("FAILED: Headway does not support the database of the URL. The URL must begin with one of"
                        + " jdbc:postgresql:, jdbc:mariadb:, ");
    }

    @Test
    void theLogTellsWhatWasTried() throws IOException {
        shop.run("upgrade", "a1").succeeds();
        shop.run("stamp", "b2").succeeds();

        assertThat(shop.run("log").lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .matches("20\\S+ upgrade a1: done \\(1 statement, \\d+ ms\\), by .+ on .+"),
                        second -> assertThat(second).contains(" stamp b2: done (0 statements"));
    }

    @Test
    void answersMayBeInJson() throws IOException {
        JsonArray ran = JsonParser.parseString(
                        shop.run("upgrade", "b2", "--json").succeeds().out())
                .getAsJsonArray();
        assertThat(ran).hasSize(2);
        assertThat(ran.get(1).getAsJsonObject().get("revision").getAsString()).isEqualTo("b2");

        JsonObject newest = JsonParser.parseString(
                        shop.run("history", "-i", "--json").succeeds().out())
                .getAsJsonArray()
                .get(4)
                .getAsJsonObject();
        assertThat(newest.get("revision").getAsString()).isEqualTo("b2");
        assertThat(newest.get("current").getAsBoolean()).isTrue();
        assertThat(newest.get("appliedAt").getAsString()).startsWith("20");
        assertThat(newest.get("down").getAsJsonArray()).hasSize(1);
        for (String command : new String[] {"heads", "branches", "current", "log"}) {
            assertThat(JsonParser.parseString(
                                    shop.run(command, "--json").succeeds().out())
                            .isJsonArray())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upgrade a2 | Can't locate revision identified by 'a2'. Did you mean a1",
                "upgrade head | Multiple head revisions are present: d4, t6. Use 'heads'",
                "upgrade a1+9 | 'a1+9' is ambiguous: it could mean b2, c3",
                "upgrade s5+9 | Relative revision s5+9 didn't produce 9 migrations. There are only 1 in that direction",
                "upgrade -1 | Relative revision -1 didn't produce 1 migrations",
                "downgrade search@-1 | Relative revision search@-1 didn't produce 1 migrations",
                "downgrade b2 | Destination b2 is not a valid downgrade target",
                "history -r x | 'x' is not a valid range of revisions",
                "upgrade a1:b2 | Range revision not allowed: 'a1:b2' names a start",
                "downgrade b2:a1 | Range revision not allowed: 'b2:a1' names a start",
                "check | Target database is not up to date",
            })
    void whatIsRefusedIsToldOnStandardError(String command, String message) throws IOException {
        ShopProject.Answer refused = shop.run(command.split(" "));

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("FAILED: " + message).doesNotContain("\tat ");
    }

    @Test
    void aStackTraceIsShownToWhomAsks() throws IOException {
        assertThat(shop.run("upgrade", "nosuch", "-v").err()).contains("\tat dev.headway.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade --nosuch", "downgrade", "upgrade a b", "history --rev-range", "stamp"})
    void wrongUsageIsTold(String command) throws IOException {
        ShopProject.Answer refused = shop.run(command.split(" "));

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("Usage: headway");
    }

    @Test
    void aCommandThatThereIsNotIsGuessed() throws IOException {
        ShopProject.Answer refused = shop.run("upgrad");

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("'upgrad'", "Did you mean: headway upgrade");
    }

    @Test
    void helpTellsEveryCommand() throws IOException {
        assertThat(shop.run("--help").succeeds().out())
                .contains("init", "revision", "merge", "upgrade", "downgrade", "plan", "history", "current", "heads")
                .contains("branches", "show", "stamp", "check", "edit", "log");
        assertThat(shop.run("upgrade", "--help").succeeds().out()).contains("--sql", "--url");
        assertThat(shop.run("--version").succeeds().out()).startsWith("Headway");
    }

    @Test
    void aRevisionThatWasChangedSinceItWasAppliedIsTold() throws IOException {
        shop.run("upgrade", "heads").succeeds();
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
        shop.write("Cart", "id = \"c3\", down = Account.class, message = \"create carts\"", table("basket"));
        assertThat(shop.compile()).isEmpty();

        assertThat(shop.run("check").exit()).isEqualTo(1);
        assertThat(shop.run("check").err()).startsWith("FAILED: Changed since applied: c3 (shop.Cart). ");
        JsonObject verdict =
                JsonParser.parseString(shop.run("check", "--json").out()).getAsJsonObject();
        assertThat(verdict.get("upToDate").getAsBoolean()).isFalse();
        assertThat(verdict.get("changed").getAsJsonArray()).hasSize(1);
        assertThat(verdict.get("pending").getAsJsonArray()).isEmpty();
        assertThat(shop.run("history", "-v", "-i").out())
                .containsOnlyOnce("(changed since applied)")
                .contains("Checksum: ");
        Answer upgrade = shop.run("upgrade", "heads").succeeds();
        assertThat(upgrade.err()).startsWith("Changed since applied: c3 (shop.Cart). ");
        assertThat(upgrade.out()).contains("Nothing to do.");

        shop.run("stamp", "current").succeeds();

        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
    }

    @Test
    void anEmptyScriptIsToldBesideIt() throws IOException {
        Answer backwards =
                shop.run("upgrade", "--sql", "b2:a1", "--url=jdbc:postgresql:").succeeds();

        assertThat(backwards.out()).isEmpty();
        assertThat(backwards.err()).isEqualTo("Nothing to do from b2 to a1, so the script is empty.\n");
    }

    @Test
    void aNamedDatabaseHasAHistoryOfItsOwn() throws IOException {
        String billing = "--database=billing";
        Files.writeString(
                shop.file("headway.properties"),
                "\nheadway.billing.url=jdbc:h2:" + shop.file("billing").toUri().getPath()
                        + "\nheadway.billing.package=bills\n",
                StandardOpenOption.APPEND);
        shop.run("revision", "-m", "create bill", "--rev-id=a1", billing).succeeds();
        assertThat(shop.file("src/main/java/bills/CreateBill.java"))
                .content()
                .contains("@Revision(id = \"a1\", database = \"billing\")");
        assertThat(shop.compile()).isEmpty();

        assertThat(shop.run("history", billing).lines()).containsExactly("<base> -> a1 (head), create bill");
        shop.run("upgrade", billing).succeeds();

        assertThat(shop.run("current", billing).lines()).containsExactly("a1 (head)");
        assertThat(shop.run("current").lines()).isEmpty();
        assertThat(shop.run("history").lines()).hasSize(6);
        assertThat(shop.run("upgrade", "--database=biling", "--url=jdbc:h2:mem:x")
                        .err())
                .startsWith("FAILED: No revision belongs to the database 'biling'");
    }

    @Test
    void aDatabaseWithARevisionThatTheCodeLacksIsNamed() throws IOException {
        shop.run("upgrade", "heads").succeeds();
        Files.delete(shop.file("src/main/java/shop/Tokens.java"));
        Files.delete(shop.file("target/classes/shop/Tokens.class"));
        assertThat(shop.compile()).isEmpty();

        for (String[] command :
                new String[][] {{"current"}, {"history", "-i"}, {"plan", "heads"}, {"upgrade", "heads"}}) {
            assertThat(shop.run(command).succeeds().err())
                    .startsWith("Can't locate revision identified by 't6'. The database jdbc:h2:")
                    .contains("has applied it on 20");
        }
        assertThat(shop.run("check").err()).contains("t6");
        assertThat(shop.run("downgrade", "base").err()).startsWith("FAILED: Can't locate revision identified by 't6'.");
    }
}
