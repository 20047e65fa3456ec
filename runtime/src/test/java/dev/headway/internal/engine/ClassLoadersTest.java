package dev.headway.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.Migrations;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Revisions are found on every thread, whatever its class loader is. */
class ClassLoadersTest {
    @TempDir
    Path first;

    @TempDir
    Path second;

    @BeforeEach
    void declareRegistries() throws Exception {
        declare(first, First.class);
        declare(second, Second.class);
    }

    private static void declare(Path folder, Class<? extends RevisionRegistry> registry) throws Exception {
        Path services = folder.resolve("META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve(RevisionRegistry.class.getName()), registry.getName());
    }

    @Test
    void findsRevisionsBesideHeadwayOnThreadsOfOtherClassLoaders() throws Exception {
        try (URLClassLoader application = application(first);
                URLClassLoader unrelated = new URLClassLoader(new URL[0], null)) {
            for (ClassLoader ofThread :
                    new ClassLoader[] {application, unrelated, ClassLoader.getPlatformClassLoader(), null}) {
                assertThat(found(application, ofThread))
                        .as(String.valueOf(ofThread))
                        .isEqualTo("[a]");
            }
        }
    }

    @Test
    void findsRevisionsOfAnApplicationThatSharesHeadwayWithOthers() throws Exception {
        try (URLClassLoader server = application();
                URLClassLoader application = new URLClassLoader(urls(first), server)) {
            assertThat(found(server, application)).isEqualTo("[a]");
            assertThat(found(server, server)).isEqualTo("[]");
        }
    }

    @Test
    void joinsRevisionsOfBothClassLoaders() throws Exception {
        try (URLClassLoader server = application(first);
                URLClassLoader application = new URLClassLoader(urls(second), server)) {
            assertThat(found(server, application)).isEqualTo("[a, b]");
        }
    }

    @Test
    void findsNoRevisionTwiceIfBothClassLoadersHaveIt() throws Exception {
        try (URLClassLoader server = application(first);
                URLClassLoader application = new URLClassLoader(urls(first), server)) {
            assertThat(found(server, application)).isEqualTo("[a]");
        }
    }

    /** Returns the ids that Headway, as loaded by {@code headway}, finds on a thread with another class loader. */
    private static String found(ClassLoader headway, @Nullable ClassLoader ofThread) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ofThread);
        try {
            Object search =
                    headway.loadClass(Search.class.getName()).getConstructor().newInstance();
            return (String) search.getClass().getMethod("get").invoke(search);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Returns a class loader of Headway, these tests and some folders. */
    private static URLClassLoader application(Path... folders) throws MalformedURLException {
        List<URL> urls = new ArrayList<>(List.of(urls(folders)));
        for (Class<?> type : List.of(Migrations.class, ClassLoadersTest.class, LoggerFactory.class, NullMarked.class)) {
            urls.add(type.getProtectionDomain().getCodeSource().getLocation());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] urls(Path... folders) throws MalformedURLException {
        URL[] urls = new URL[folders.length];
        for (int i = 0; i < folders.length; i++) {
            urls[i] = folders[i].toUri().toURL();
        }
        return urls;
    }

    /** Returns the ids of the revisions on the class path. */
    public static final class Search implements Supplier<String> {
        @Override
        public String get() {
            return Migrations.graph().revisions().stream()
                    .map(RevisionInfo::id)
                    .toList()
                    .toString();
        }
    }

    /** A registry of one revision. */
    public static final class First implements RevisionRegistry {
        @Override
        public List<RevisionInfo> revisions() {
            return List.of(RevisionInfo.of("a", "first"));
        }

        @Override
        public Object newMigration(int index) {
            throw new AssertionError("A migration was made");
        }
    }

    /** A registry of the next revision. */
    public static final class Second implements RevisionRegistry {
        @Override
        public List<RevisionInfo> revisions() {
            return List.of(RevisionInfo.of("b", "second").after("a"));
        }

        @Override
        public Object newMigration(int index) {
            throw new AssertionError("A migration was made");
        }
    }
}
