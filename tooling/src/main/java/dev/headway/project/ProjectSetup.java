package dev.headway.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a project ready for its first revision. What is there stays as it is. */
public final class ProjectSetup {
    private static final Pattern GROUP = Pattern.compile("<groupId>\\s*([\\w.]+)\\s*</groupId>");
    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);

    private static final String SETTINGS = """
            # What developers' commands work with. A setting may also stand in the environment (HEADWAY_URL),
            # in a system property (-Dheadway.url=...), or be given as an option (--url=...); each overrides the one before.

            # Where new revisions are written.
            headway.package=%s
            headway.sources=src/main/java

            # The database of this working copy. For others:
            #   jdbc:postgresql://localhost/shop   jdbc:mariadb://localhost/shop   jdbc:sqlite:shop.db
            headway.url=%s
            #headway.user=shop
            #headway.password=${SHOP_PASSWORD}

            # How long to wait for another process that migrates the same database.
            #headway.lockTimeout=10m
            """;

    private static final String PACKAGE = """
            /**
             * The history of the database, a class for each revision. A revision names its parents by their classes, in {@code
             * @Revision(down = ...)}; the compiler proves that the history hangs together.
             *
             * <p>Once a revision has left this working copy it is never changed: what is to be changed, the next one changes.
             */
            package %s;
            """;

    private final Path directory;
    private final Path sources;

    /** Sets up a project. */
    public ProjectSetup(Project project) {
        this.directory = project.directory();
        this.sources = project.sources();
    }

    /** Returns a package that suits the project: {@code migrations}, below the group of its Maven build if it has one. */
    public String proposedPackage() {
        return group().map(group -> group + ".migrations").orElse("migrations");
    }

    private Optional<String> group() {
        Path pom = directory.resolve("pom.xml");
        if (!Files.exists(pom)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(pom);
            Matcher own = GROUP.matcher(PARENT.matcher(text).replaceFirst(""));
            int dependencies = text.indexOf("<dependencies>");
            if (own.find() && (dependencies < 0 || own.start() < dependencies)) {
                return Optional.of(own.group(1));
            }
            Matcher inherited = GROUP.matcher(text);
            return inherited.find() ? Optional.of(inherited.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the files that are missing.
     *
     * @return each file, and whether it was written now
     */
    public Map<Path, Boolean> write(String packageName, String url) {
        Map<Path, Boolean> files = new LinkedHashMap<>();
        Path settings = directory.resolve("headway.properties");
        files.put(settings, write(settings, SETTINGS.formatted(packageName, url)));
        Path documented = sources.resolve(packageName.replace('.', '/')).resolve("package-info.java");
        files.put(documented, write(documented, PACKAGE.formatted(packageName)));
        return files;
    }

    private static boolean write(Path file, String text) {
        if (Files.exists(file)) {
            return false;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
