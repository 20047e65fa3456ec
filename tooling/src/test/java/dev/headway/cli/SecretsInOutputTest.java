package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.cli.ShopProject.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command prints a secret of a statement or of a URL, apart from scripts, of which it warns. */
class SecretsInOutputTest {
    private static final String SECRET = "S3CR-pa55word";

    @TempDir
    private Path directory;

    private ShopProject shop;
    private String url;

    @BeforeEach
    void begin() throws IOException {
        shop = new ShopProject(directory);
        url = "--url=jdbc:h2:" + directory.resolve("db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE USER u PASSWORD 'S3CR-pa55word' nonsense",
                "CREATE LINKED TABLE l(NULL, 'jdbc:nonsense', 'sa', 'S3CR-pa55word', 'T')",
                "SELECT FILE_READ('http://u:S3CR-pa55word@localhost:1/x')",
                "INSERT INTO missing_table (name, password) VALUES ('a', 'S3CR-pa55word')",
                "EXECUTE IMMEDIATE 'CREATE USER u PASSWORD ''S3CR-pa55word'' nonsense'",
            })
    void hidesSecretsOfAFailedStatement(String sql) throws IOException {
        write("op.execute(\"" + sql + "\");");

        assertHidden("upgrade");
        assertHidden("plan");
        assertHidden("plan", "--json");
        assertHidden("log");
        assertHidden("log", "--json");
        assertHidden("history", "-i", "-v");
        assertHidden("current", "-v");
        assertHidden("check");
        assertHidden("downgrade", "base");
    }

    @Test
    void hidesSecretStatement() throws IOException {
        write("op.execute(\"nonsense " + SECRET + "\").secret();");

        assertHidden("upgrade");
        assertHidden("log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://u:S3CR-pa55word@localhost:1/db",
                "jdbc:postgresql://localhost:1/db?sslpassword=S3CR-pa55word",
                "jdbc:mariadb://localhost:1/db?sessionVariables=a=1&password=S3CR-pa55word",
                "jdbc:mariadb:address=(host=localhost)(port=1)(password=S3CR-pa55word)/db",
                "jdbc:mysql://(host=localhost,port=1,password=S3CR-pa55word)/db",
                "jdbc:mysql://u:S3CR-pa55word@localhost:1/db",
                "jdbc:h2:tcp://localhost:1/x;PASSWORD=S3CR-pa55word",
                "jdbc:h2:mem:x;INIT=CREATE USER a PASSWORD 'S3CR-pa55word' nonsense",
                "jdbc:h2:mem:x;nonsense=S3CR-pa55word",
                "jdbc:sqlite:/nonsense/x.db?password=S3CR-pa55word",
                "jdbc:sqlserver://localhost:1;password={S3CR-pa55word}",
                "jdbc:oracle:thin:scott/S3CR-pa55word@localhost:1:x",
                "jdbc:nonsense:scott/S3CR-pa55word@localhost",
            })
    void hidesSecretsOfUrl(String secretUrl) throws IOException {
        write("// nothing");
        url = "--url=" + secretUrl;

        assertHidden("upgrade", "--lock-timeout=1s");
        assertHidden("current", "-v");
    }

    @Test
    void warnsOfSecretsInScripts() throws IOException {
        write("op.execute(\"nonsense " + SECRET + "\").secret();");
        assertThat(shop.run("upgrade", "--sql", url).succeeds().err())
                .isEqualTo("The script contains a secret of revision a1 (shop.First)."
                        + " Protect the file, and delete it after you have executed it.\n");

        write("op.execute(\"CREATE USER u PASSWORD '" + SECRET + "'\");");
        assertThat(shop.run("upgrade", "--sql", url).succeeds().err()).startsWith("The script contains a secret");

        write("op.execute(\"UPDATE t SET password = ?\", \"" + SECRET + "\");");
        assertThat(shop.run("upgrade", "--sql", url).succeeds().err()).startsWith("The script contains a secret");

        write("op.createTable(\"t\", t -> t.varchar(\"password\", 20).defaultsTo(\"none\"));");
        assertThat(shop.run("upgrade", "--sql", url).succeeds().err()).isEmpty();
    }

    private void write(String upgrade) throws IOException {
        shop.write("First", "id = \"a1\"", upgrade);
        assertThat(shop.compile()).isEmpty();
    }

    private void assertHidden(String... command) throws IOException {
        String[] withUrl = Arrays.copyOf(command, command.length + 2);
        withUrl[command.length] = url;
        withUrl[command.length + 1] = "--verbose";

        Answer answer = shop.run(withUrl);

        assertThat(answer.out() + answer.err()).isNotEmpty().doesNotContain("S3CR");
    }
}
