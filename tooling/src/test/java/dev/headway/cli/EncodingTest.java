package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a process whose encoding is ASCII, as in a container without a locale, read and write UTF-8. */
class EncodingTest {
    private static final String TABLE = "gr\u00f6\u00dfe";
    private static final String COMMENT = "\u20ac caf\u00e9 \uD83D\uDE00";

    @TempDir
    private Path directory;

    private ShopProject shop;

    @BeforeEach
    void begin() throws IOException {
        shop = new ShopProject(directory);
        Files.writeString(directory.resolve("headway.properties"), """
                headway.package = shop.migrations
                headway.url = jdbc:h2:./db
                headway.target = schema.sql
                """);
        Files.writeString(directory.resolve("schema.sql"), """
                CREATE TABLE "%1$s" (id bigint PRIMARY KEY, "na\u00efve" varchar(20) DEFAULT '%2$s');
                COMMENT ON TABLE "%1$s" IS '%2$s';
                """.formatted(TABLE, COMMENT));
    }

    @Test
    void writesSourcesInUtf8() throws Exception {
        assertThat(headway("revision", "--autogenerate", "-m", "first", "--rev-id=a1"))
                .startsWith("Detected added table '" + TABLE + "'");
        assertThat(source("First")).contains('"' + TABLE + '"', "\"na\u00efve\"", '"' + COMMENT + '"');

        assertThat(shop.compile()).isEmpty();
        headway("upgrade");
        assertThat(headway("revision", "--autogenerate", "-m", "again"))
                .startsWith("No new upgrade operations detected");

        shop.write(
                "Second",
                "id = \"b2\", down = shop.migrations.First.class",
                "op.createTable(\"other\", t -> t.bigint(\"id\"));");
        assertThat(shop.compile()).isEmpty();
        headway("squash", ":head", "-m", "baseline");
        assertThat(source("Baseline")).contains('"' + TABLE + '"', "\"na\u00efve\"", '"' + COMMENT + '"');
    }

    @Test
    void writesTheSchemaOfADatabaseInUtf8() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("db"));
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(directory.resolve("schema.sql")));
        }

        headway("revision", "--from-database", "-m", "baseline");

        assertThat(source("Baseline")).contains('"' + TABLE + '"', "\"na\u00efve\"", '"' + COMMENT + '"');
    }

    @Test
    void writesScriptsInUtf8() throws Exception {
        shop.write(
                "First",
                "id = \"a1\", message = \"" + COMMENT + "\"",
                "op.createTable(\"" + TABLE + "\", t -> {" + "t.bigint(\"id\"); t.comment(\"" + COMMENT + "\"); });");
        assertThat(shop.compile()).isEmpty();

        assertThat(headway("upgrade", "--sql", "--url=jdbc:postgresql:"))
                .contains("CREATE TABLE \"" + TABLE + '"', "IS '" + COMMENT + "'", ", " + COMMENT);
        assertThat(headway("history")).isEqualTo("<base> -> a1 (head), " + COMMENT + "\n");
    }

    @Test
    void readsHistoriesBesideFilesInLatin1() throws Exception {
        shop.write("First", "id = \"a1\", message = \"caf\u00e9\"", "");
        Path file = shop.file("src/main/java/shop/First.java");
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));
        Files.write(
                file.resolveSibling("Other.java"),
                "package shop; /* caf\u00e9 */ class Other {}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(headway("history")).isEqualTo("<base> -> a1 (head), caf\u00e9\n");
        assertThat(headway("heads")).isEqualTo("a1 (head)\n");
        headway("revision", "-m", "second");
        assertThat(source("Second")).contains("down = First.class");
    }

    @Test
    void refusesTargetThatIsNotInUtf8() throws Exception {
        Files.write(
                directory.resolve("schema.sql"),
                "-- one\n-- caf\u00e9\nCREATE TABLE a (id int);".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(shop.run("revision", "--autogenerate", "-m", "first").err())
                .startsWith("FAILED: ")
                .contains("schema.sql is not in UTF-8: see line 2. Save it in UTF-8. Nothing was compared.");
    }

    /** Returns the output of a command that succeeds. */
    private String headway(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=US-ASCII",
                "-Dsun.jnu.encoding=ANSI_X3.4-1968",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + shop.classes(),
                "dev.headway.cli.Headway"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().put("LC_ALL", "C");
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        int exit = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(err)).isZero();
        return Files.readString(out);
    }

    private String source(String type) throws IOException {
        return Files.readString(shop.file("src/main/java/shop/migrations/" + type + ".java"));
    }
}
