package dev.headway.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * The files beside the class files: the names of the revisions, for an incremental compilation that sees only some of their
 * sources, and the names of the registries, for {@link java.util.ServiceLoader} and for the runtime, which detects registries
 * that no service file lists.
 */
final class OutputFolder {
    /** A line for each revision, in the format of {@link Compiled}. */
    static final String REVISIONS = "META-INF/headway/revisions";

    static final String SERVICES = "META-INF/services/dev.headway.graph.RevisionRegistry";

    /** A file for each registry. It has the name of the registry, so that no file of another jar overwrites it. */
    private static final String REGISTRIES = "META-INF/headway/registries/";

    private final Filer filer;

    /**
     * A revision that was compiled.
     *
     * @param type the name of its class
     * @param binaryName the name of its class file, which differs from {@code type} for a nested class
     * @param checksum the checksum of its body
     */
    record Compiled(String type, String binaryName, Optional<String> checksum) {
        static Compiled of(DeclaredRevision declared) {
            return new Compiled(declared.type(), declared.binaryName(), declared.checksum());
        }

        static Compiled read(String line) {
            String[] words = line.split(" ", -1);
            return new Compiled(words[0], words[1], words.length > 2 ? Optional.of(words[2]) : Optional.empty());
        }

        String line() {
            return type + " " + binaryName
                    + checksum.map(digest -> " " + digest).orElse("");
        }
    }

    OutputFolder(Filer filer) {
        this.filer = filer;
    }

    /** Returns the lines of a file; none if it doesn't exist. */
    List<String> read(String file) throws IOException {
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (FileNotFoundException | NoSuchFileException e) {
            return List.of();
        }
    }

    /** Returns whether the class with this binary name was compiled into the folder. */
    boolean hasClass(String binaryName) {
        try (InputStream in = open(binaryName.replace('.', '/') + ".class")) {
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private InputStream open(String file) throws IOException {
        return filer.getResource(StandardLocation.CLASS_OUTPUT, "", file).openInputStream();
    }

    /**
     * Writes the names of the registries, and empties the files of earlier registries, since a processor cannot delete files.
     */
    void writeRegistries(Collection<String> registries) throws IOException {
        Set<String> replaced = new TreeSet<>(read(SERVICES));
        replaced.removeAll(registries);
        for (String registry : replaced) {
            write(REGISTRIES + registry, List.of());
        }
        for (String registry : registries) {
            write(REGISTRIES + registry, List.of(registry));
        }
        write(SERVICES, registries);
    }

    void write(String file, Collection<String> lines) throws IOException {
        FileObject resource = filer.createResource(StandardLocation.CLASS_OUTPUT, "", file);
        try (Writer writer = resource.openWriter()) {
            for (String line : lines) {
                writer.write(line + "\n");
            }
        }
    }
}
