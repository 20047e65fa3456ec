package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where somebody sits at the terminal, a column that may have been renamed is a question. */
class RenamePromptsTest {
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path directory;

    private ShopProject shop;

    @BeforeEach
    void twoColumnsThatMayHaveBeenRenamed() throws IOException, SQLException {
        shop = new ShopProject(directory);
        String url = "jdbc:h2:" + directory.resolve("db").toString().replace('\\', '/');
        Files.writeString(
                directory.resolve("headway.properties"),
                "headway.url = " + url + "\nheadway.package = shop\nheadway.target = schema.sql\n");
        Files.writeString(
                directory.resolve("schema.sql"),
                "CREATE TABLE customer (id integer PRIMARY KEY, nickname varchar(20), birthday date);");
        shop.write("First", "id = \"a1\"", """
                op.createTable("customer", t -> {
                    t.integer("id").primaryKey();
                    t.varchar("nick", 20);
                    t.date("born");
                });
                """);
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO customer (id, nick) VALUES (1, 'Ann')");
        }
    }

    private Prompt answering(String... answers) {
        Iterator<String> left = List.of(answers).iterator();
        return question -> {
            asked.add(question);
            return left.hasNext() ? left.next() : null;
        };
    }

    private String written() throws IOException {
        return Files.readString(directory.resolve("src/main/java/shop/Next.java"));
    }

    @Test
    void whatIsSaidToBeRenamedIsWrittenAsARename() throws IOException {
        ShopProject.Answer answer =
                shop.run(answering("y", "YES"), "revision", "--autogenerate", "-m", "next", "--rev-id=b2");

        assertThat(asked)
                .containsExactly(
                        "Was column customer.nick renamed to nickname? [y/N] ",
                        "Was column customer.born renamed to birthday? [y/N] ");
        assertThat(answer.lines())
                .containsExactly(
                        "Detected renamed column 'customer.nick' to 'nickname'",
                        "Detected renamed column 'customer.born' to 'birthday'",
                        "Wrote src/main/java/shop/Next.java (b2)");
        assertThat(written()).contains("""
        op.renameColumn("customer", "nick", "nickname");
        op.renameColumn("customer", "born", "birthday");
""").doesNotContain("dropColumn");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
    }

    @Test
    void eachIsAskedOnceAndTheEndOfInputIsNo() throws IOException {
        shop.run(answering("y"), "revision", "--autogenerate", "-m", "next").succeeds();

        assertThat(asked).hasSize(2);
        assertThat(written())
                .contains("op.renameColumn(\"customer\", \"nick\", \"nickname\");")
                .contains("// If column born was renamed, write this instead")
                .contains("t.dropColumn(\"born\");");
    }

    @Test
    void whatIsNotSaidToBeIsWrittenAsBefore() throws IOException {
        assertThat(shop.run(answering("n", ""), "revision", "--autogenerate", "-m", "next")
                        .lines())
                .contains(
                        "If it was renamed, use --rename=customer.nick=nickname",
                        "If it was renamed, use --rename=customer.born=birthday");

        assertThat(written()).contains("t.dropColumn(\"nick\");", "t.dropColumn(\"born\");");
    }

    @Test
    void nobodyIsAskedWhoWantsQuietOrJson() throws IOException {
        shop.run(answering("y", "y"), "revision", "--autogenerate", "-m", "next", "--quiet")
                .succeeds();
        Files.delete(directory.resolve("src/main/java/shop/Next.java"));
        shop.run(answering("y", "y"), "revision", "--autogenerate", "-m", "next", "--json")
                .succeeds();

        assertThat(asked).isEmpty();
        assertThat(written()).contains("t.dropColumn(\"nick\");");
    }
}
