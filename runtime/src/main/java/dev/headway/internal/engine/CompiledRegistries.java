package dev.headway.internal.engine;

import dev.headway.error.InvalidHistoryException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Detects registries that were compiled but are not listed in their service file. A build that packs several jars into one may
 * keep the service file of only one of them, and then revisions are missing without a trace. The annotation processor writes a
 * file for each registry, whose name is the name of the registry, so no other jar overwrites it. The file is empty if a later
 * compilation replaced the registry.
 */
final class CompiledRegistries {
    /** Every jar or folder with revisions has this file, and a jar that was packed of several of them has one of theirs. */
    private static final String REVISIONS = "META-INF/headway/revisions";

    private static final String REGISTRIES = "META-INF/headway/registries/";

    private final ClassLoader loader;

    CompiledRegistries(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * Ensures that {@code found} contains all compiled registries.
     *
     * @param found the names of the registries that the service files list
     * @throws InvalidHistoryException if a jar or folder contains another one
     */
    void requireAll(Set<String> found) {
        try {
            for (URL revisions : Collections.list(loader.getResources(REVISIONS))) {
                Set<String> missing = new TreeSet<>(compiledBeside(revisions));
                missing.removeAll(found);
                if (!missing.isEmpty()) {
                    throw new InvalidHistoryException(List.of(describe(container(revisions), missing)));
                }
            }
        } catch (IOException | URISyntaxException unreadable) {
            // The service files were readable, so the registries that they list are used.
        }
    }

    /** Returns the URL of the jar or folder, such as {@code file:/app/app.jar}. */
    private static String container(URL revisions) {
        String url = revisions.toString();
        return url.substring(0, url.length() - REVISIONS.length())
                .replaceFirst("^jar:", "")
                .replaceFirst("!/$", "");
    }

    private static String describe(String container, Set<String> missing) {
        return container + " contains the revisions of " + String.join(", ", missing)
                + ", but no file META-INF/services/dev.headway.graph.RevisionRegistry lists "
                + (missing.size() == 1 ? "this registry" : "these registries")
                + ". The build packed several jars into one, and kept the service file of only one of them. Nothing was run."
                + " Merge the service files: add ServicesResourceTransformer to the Maven Shade plugin, or call"
                + " mergeServiceFiles() in Gradle's Shadow plugin.";
    }

    private static Set<String> compiledBeside(URL revisions) throws IOException, URISyntaxException {
        URLConnection connection = revisions.openConnection();
        if (connection instanceof JarURLConnection inJar) {
            return compiledIn(inJar);
        }
        return revisions.getProtocol().equals("file") ? compiledIn(revisions.toURI()) : Set.of();
    }

    private static Set<String> compiledIn(JarURLConnection connection) throws IOException {
        connection.setUseCaches(false);
        String entryName = connection.getEntryName();
        if (entryName == null || !entryName.endsWith(REVISIONS)) {
            return Set.of(); // a class loader with URLs of its own
        }
        String root = entryName.substring(0, entryName.length() - REVISIONS.length());
        Set<String> compiled = new TreeSet<>();
        try (JarFile jar = connection.getJarFile()) {
            Enumeration<JarEntry> entries = jar.entries(); // not copied: large applications have many
            while (entries.hasMoreElements()) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(root + REGISTRIES) && !entry.isDirectory()) {
                    try (InputStream text = jar.getInputStream(entry)) {
                        addCompiled(entry.getName().substring((root + REGISTRIES).length()), text, compiled);
                    }
                }
            }
        }
        return compiled;
    }

    private static Set<String> compiledIn(URI revisions) throws IOException {
        Path folder = Path.of(revisions).resolveSibling("registries");
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Set<String> compiled = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (InputStream text = Files.newInputStream(file)) {
                    addCompiled(file.getFileName().toString(), text, compiled);
                }
            }
        }
        return compiled;
    }

    private static void addCompiled(String registry, InputStream text, Set<String> compiled) throws IOException {
        if (text.read() >= 0) {
            compiled.add(registry);
        }
    }
}
