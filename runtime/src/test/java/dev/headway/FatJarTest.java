package dev.headway;

import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.testing.TestRevision;
import io.leangen.geantyref.GenericTypeReflector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** One jar with everything, without the service files of databases and drivers, as a careless merge makes it. */
class FatJarTest {
    private static final String REGISTRIES = "META-INF/services/" + RevisionRegistry.class.getName();

    @TempDir
    Path folder;

    @Test
    void upgradesWithoutServiceFilesOfDatabases() throws Exception {
        Path jar = fatJar();

        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"), "-jar", jar.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output)
                .as(Files.readString(folder.resolve("errors")))
                .isEqualToIgnoringNewLines("applied [a] with [PostgreSQL, MariaDB, MySQL, H2, SQLite]");
    }

    private Path fatJar() throws IOException, URISyntaxException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Name.MAIN_CLASS, Program.class.getName());
        Path jar = folder.resolve("program.jar");
        Set<String> added = new HashSet<>();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> part : List.of(
                    Migrations.class,
                    FatJarTest.class,
                    Jdbi.class,
                    GenericTypeReflector.class,
                    HikariDataSource.class,
                    LoggerFactory.class,
                    JdbcDataSource.class)) {
                merge(part, out, added);
            }
            out.putNextEntry(new JarEntry(REGISTRIES));
            out.write(Registry.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    /** Adds the classes and resources of the jar or folder that a class comes from. */
    private static void merge(Class<?> part, JarOutputStream out, Set<String> added)
            throws IOException, URISyntaxException {
        Path source =
                Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(source)) {
            addAll(source, out, added);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + source.toUri()), Map.of())) {
            addAll(jar.getPath("/"), out, added);
        }
    }

    private static void addAll(Path root, JarOutputStream out, Set<String> added) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("META-INF/") && added.add(name)) {
                    add(name, file, out);
                }
            });
        }
    }

    private static void add(String name, Path file, JarOutputStream out) {
        try (InputStream in = Files.newInputStream(file)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs in the jar. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setUrl("jdbc:h2:mem:fat;DB_CLOSE_DELAY=-1");
            Migrations.on(dataSource).upgradeToHead();
            System.out.println("applied "
                    + Migrations.on(dataSource).current().stream()
                            .map(RevisionInfo::id)
                            .toList()
                    + " with "
                    + Databases.all().stream().map(DatabaseType::database).toList());
        }
    }

    /** The registry in the jar, found through its service file. */
    public static final class Registry implements RevisionRegistry {
        private final RevisionRegistry registry = TestRevision.registry(table("a"));

        @Override
        public List<RevisionInfo> revisions() {
            return registry.revisions();
        }

        @Override
        public Object newMigration(int index) {
            return registry.newMigration(index);
        }
    }
}
