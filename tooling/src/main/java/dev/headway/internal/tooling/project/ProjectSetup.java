package dev.headway.internal.tooling.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Prepares a project for its first revision. Existing files stay as they are. */
public final class ProjectSetup {
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

    /** Returns a package for migrations: {@code migrations} below the group of the Maven project, if there is one. */
    public String proposedPackage() {
        return group().map(group -> group + ".migrations").orElse("migrations");
    }

    /** Returns the group of the Maven project, its parent's if it has none of its own. */
    private Optional<String> group() {
        File pom = directory.resolve("pom.xml").toFile();
        if (!pom.exists()) {
            return Optional.empty();
        }
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the one that comes with it prints
            Document model = builder.parse(pom);
            XPath path = XPathFactory.newDefaultInstance().newXPath();
            String own = path.evaluate("/project/groupId", model);
            String group = own.isEmpty() ? path.evaluate("/project/parent/groupId", model) : own;
            return Optional.of(group.strip().replace('-', '_')).filter(SourceVersion::isName);
        } catch (SAXException | ParserConfigurationException | XPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the files that are missing.
     *
     * @return each file, and whether it was written now
     * @throws dev.headway.error.ConfigurationException if {@code packageName} can be no package
     */
    public Map<Path, Boolean> write(String packageName, String url) {
        Project.requirePackage(packageName);
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
