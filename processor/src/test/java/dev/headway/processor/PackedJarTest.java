package dev.headway.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.Migrations;
import dev.headway.error.InvalidHistoryException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that a build packs into one. */
class PackedJarTest {
    private static final String SERVICES = "META-INF/services/dev.headway.graph.RevisionRegistry";
    private static final String BASE_REGISTRY = "com.acme.base.CreateUser_RevisionRegistry";
    private static final String APP_REGISTRY = "app.AddName_RevisionRegistry";

    @TempDir
    Path folder;

    private Path base;
    private Project app;

    @BeforeEach
    void compileTwoModules() throws IOException {
        Project project = new Project(folder.resolve("base")).write("""
                package com.acme.base;
                @Revision(id = "1975ea83b712")
                public class CreateUser extends NoOp {}
                """);
        project.compile().succeeds();
        base = project.jar();
        app = new Project(folder.resolve("app"), base).write("""
                @Revision(id = "ae1027a6acf0", down = com.acme.base.CreateUser.class)
                public class AddName extends NoOp {}
                """);
        app.compile().succeeds();
    }

    @Test
    void findsAllRevisionsOfSeparateJars() throws IOException {
        assertThat(upgrade(base, app.jar())).containsExactly("1975ea83b712", "ae1027a6acf0");
    }

    @Test
    void findsAllRevisionsIfServiceFilesAreMerged() throws IOException {
        Path packed = pack(base, app.jar());

        assertThat(upgrade(replace(packed, BASE_REGISTRY + "\n" + APP_REGISTRY + "\n")))
                .containsExactly("1975ea83b712", "ae1027a6acf0");
    }

    @Test
    void reportsLaterRevisionsThatTheServiceFileDoesNotList() throws IOException {
        assertRefused(pack(base, app.jar()), APP_REGISTRY);
    }

    @Test
    void reportsEarlierRevisionsThatTheServiceFileDoesNotList() throws IOException {
        assertRefused(pack(app.jar(), base), BASE_REGISTRY);
    }

    @Test
    void reportsAllRevisionsIfNoServiceFileIsLeft() throws IOException {
        Path packed = replace(pack(base, app.jar()), "");

        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> upgrade(packed))
                .withMessageContaining("contains the revisions of " + APP_REGISTRY + ", " + BASE_REGISTRY
                        + ", but no file " + SERVICES + " lists these registries.");
    }

    @Test
    void reportsRevisionsOfFolderThatItsServiceFileDoesNotList() throws IOException {
        app.compile().succeeds();
        Files.writeString(app.output(SERVICES), "");

        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> upgrade(base, app.output("")))
                .withMessageContaining("contains the revisions of " + APP_REGISTRY);
    }

    @Test
    void ignoresRegistryThatLaterCompilationReplaced() throws IOException {
        app.write("""
                @Revision(id = "3ac1f6b59f2e")
                public class Another extends NoOp {}
                """).delete("app.AddName");
        app.compile("app.Another").succeeds();
        assertThat(app.output("META-INF/headway/registries/" + APP_REGISTRY)).isEmptyFile();

        assertThat(upgrade(app.output(""))).containsExactly("3ac1f6b59f2e");
    }

    private void assertRefused(Path packed, String missing) {
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> upgrade(packed))
                .withMessage(
                        "The history is not sound: " + packed.toFile().toURI() + " contains the revisions of " + missing
                                + ", but no file " + SERVICES
                                + " lists this registry. The build packed several jars into one, and"
                                + " kept the service file of only one of them. Nothing was run. Merge the service files: add"
                                + " ServicesResourceTransformer to the Maven Shade plugin, or call mergeServiceFiles() in Gradle's"
                                + " Shadow plugin.");
    }

    /** Packs jars into one. Of files with the same name, it keeps the first one. */
    private Path pack(Path... jars) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (Path jar : jars) {
            entries(jar).forEach(entries::putIfAbsent);
        }
        return write(entries);
    }

    private Path replace(Path packed, String services) throws IOException {
        Map<String, byte[]> entries = entries(packed);
        entries.put(SERVICES, services.getBytes(StandardCharsets.UTF_8));
        return write(entries);
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private Path write(Map<String, byte[]> entries) throws IOException {
        Path packed = folder.resolve("packed.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(packed))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return packed;
    }

    private List<String> upgrade(Path... classPath) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = Project.loader(classPath)) {
            thread.setContextClassLoader(loader);
            return Migrations.on(JdbcConnectionPool.create(
                            "jdbc:h2:mem:" + folder.getFileName() + ";db_close_delay=-1", "", ""))
                    .upgrade("heads")
                    .steps()
                    .stream()
                    .map(step -> step.revision().id())
                    .toList();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
