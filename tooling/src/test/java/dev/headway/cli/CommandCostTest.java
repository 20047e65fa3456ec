package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.DatabaseType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command detects the database of each connection once, and reads each source file once. */
class CommandCostTest {
    private static final String AUTOGENERATE = "revision --autogenerate -m next";
    private static final String SQUASH = "squash :head -m baseline";

    @TempDir
    private Path directory;

    private Shop shop;

    @BeforeEach
    void twoAppliedRevisions() throws IOException {
        shop = new Shop(directory);
        Files.writeString(
                directory.resolve("headway.properties"),
                "headway.url = jdbc:h2:" + directory.resolve("db").toString().replace('\\', '/')
                        + "\nheadway.package = shop\nheadway.target = schema.sql\n");
        Files.writeString(directory.resolve("schema.sql"), """
                CREATE TABLE customer (id integer PRIMARY KEY, nick varchar(20));
                CREATE TABLE product (id integer PRIMARY KEY);
                """);
        shop.write("First", "id = \"a1\"", "op.createTable(\"customer\", t -> t.integer(\"id\").primaryKey());");
        shop.write(
                "Second",
                "id = \"b2\", down = First.class",
                "op.addColumn(\"customer\", c -> c.varchar(\"nick\", 20));");
        assertThat(shop.compile()).isEmpty();
        shop.run("upgrade").succeeds();
        Path services = shop.classes().resolve("META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve(DatabaseType.class.getName()), CountingDatabase.class.getName());
        CountingDatabase.takeDetections();
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTOGENERATE, "check", "check --models"})
    void detectsDatabaseOncePerConnection(String command) throws IOException {
        shop.run(command.split(" "));

        assertThat(CountingDatabase.takeDetections()).isNotEmpty().containsOnly(1);
    }

    @Test
    void squashDetectsDatabaseOncePerConnection() throws IOException {
        shop.run("squash", "a1:b2", "-m", "baseline", "--json");

        assertThat(CountingDatabase.takeDetections()).isNotEmpty().containsOnly(1);
    }

    @Test
    void autogenerateUsesTwoConnections() throws IOException {
        shop.run(AUTOGENERATE.split(" ")).succeeds();

        assertThat(CountingDatabase.takeDetections())
                .as("one to check for pending revisions, one to compare")
                .containsExactly(1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {AUTOGENERATE, "revision -m next", SQUASH})
    void readsEachSourceFileOnce(String command) throws IOException {
        Path source = directory.resolve("src/main/java/shop/First.java");
        long once = reads(source, "heads");

        assertThat(once).isPositive();
        assertThat(reads(source, command)).isEqualTo(once);
    }

    private long reads(Path file, String command) throws IOException {
        Path events = directory.resolve("events.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileRead").withoutThreshold();
            recording.start();
            shop.run(command.split(" "));
            recording.stop();
            recording.dump(events);
        }
        return RecordingFile.readAllEvents(events).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.FileRead"))
                .filter(event -> file.toString().equals(event.getString("path")))
                .count();
    }
}
