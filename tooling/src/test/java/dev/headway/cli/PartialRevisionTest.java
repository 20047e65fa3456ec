package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands show a revision that was applied in part, and the next step. */
class PartialRevisionTest {
    private static final String PARTIAL =
            "a1 (head) (partially applied: 1 statement is completed; fix statement 2 and run headway upgrade, which resumes there)";
    private static final String DOUBT =
            "in doubt: it is unknown whether statement 2 of its upgrade was executed; check the"
                    + " database, then run headway resume a1 if it was, or headway retry a1 if it was not";

    @TempDir
    private Path directory;

    private ShopProject shop;

    @BeforeEach
    void failInTheMiddle() throws IOException {
        shop = new ShopProject(directory);
        Files.writeString(directory.resolve("headway.properties"), "headway.url=jdbc:h2:" + directory.resolve("shop"));
        shop.write(
                "Account",
                "id = \"a1\", message = \"create account\"",
                "op.execute(\"CREATE TABLE account (id bigint)\"); op.execute(\"DROP TABLE missing\");");
        assertThat(shop.compile()).isEmpty();
        assertThat(shop.run("upgrade").exit()).isEqualTo(1);
    }

    @Test
    void showPartiallyAppliedRevision() throws IOException {
        assertThat(shop.run("current").lines()).containsExactly(PARTIAL.replace(" (head)", ""));
        assertThat(shop.run("history", "-i").lines()).containsExactly("<base> -> " + PARTIAL + ", create account");
        assertThat(shop.run("history", "-i", "-v").lines().get(0)).isEqualTo("Rev: " + PARTIAL);
        assertThat(shop.run("plan").lines().get(0))
                .startsWith("Revision a1 is partially applied: 1 statement is completed");
        ShopProject.Answer check = shop.run("check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.err()).contains("Revision a1 is partially applied: 1 statement is completed");
        ShopProject.Answer resume = shop.run("resume");
        assertThat(resume.exit()).isEqualTo(1);
        assertThat(resume.err())
                .contains("Nothing to resolve: no revision is in doubt. Revision a1 is partially applied");
    }

    @Test
    void showRevisionInDoubtAndResolveIt() throws IOException, SQLException {
        putInDoubt();

        assertThat(shop.run("current").lines()).containsExactly("a1 (" + DOUBT + ")");
        ShopProject.Answer check = shop.run("check", "--json");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(JsonParser.parseString(check.out())
                        .getAsJsonObject()
                        .getAsJsonArray("partial")
                        .get(0)
                        .getAsJsonObject()
                        .get("state")
                        .getAsString())
                .isEqualTo(DOUBT);
        for (String command : new String[] {"current", "plan", "history"}) {
            String json = shop.run(command, "--json", command.equals("history") ? "-i" : "-q")
                    .out();
            assertThat(JsonParser.parseString(json)
                            .getAsJsonArray()
                            .get(0)
                            .getAsJsonObject()
                            .get("partial")
                            .getAsString())
                    .as(command)
                    .isEqualTo(DOUBT);
        }
        assertThat(shop.run("retry", "zz").err()).contains("zz");
        assertThat(shop.run("resume", "a").lines()).hasSize(1);
        assertThat(shop.run("resume", "a1").exit()).isEqualTo(1);
        assertThat(shop.run("upgrade").exit()).isZero();
        assertThat(shop.run("current").lines()).containsExactly("a1 (head)");
        assertThat(shop.run("retry").err()).contains("Nothing to resolve: no revision is in doubt.");
    }

    private void putInDoubt() throws SQLException {
        try (Connection connection = new Driver().connect("jdbc:h2:" + directory.resolve("shop"), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE headway_log SET next_statement = 'begun', outcome = 'doubtful'");
        }
    }
}
