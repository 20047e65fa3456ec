package dev.headway.op;

import dev.headway.sql.Utf8Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script on the class path. */
final class ScriptResource {
    private final String path;

    private ScriptResource(String path) {
        this.path = path;
    }

    /** Resolves a path that is absolute, or relative to the package of the class {@code type}. */
    static ScriptResource of(String path, String type) {
        if (path.startsWith("/")) {
            return new ScriptResource(path.substring(1));
        }
        int dot = type.lastIndexOf('.');
        return new ScriptResource(dot < 0 ? path : type.substring(0, dot + 1).replace('.', '/') + path);
    }

    /**
     * Reads the script.
     *
     * @throws IllegalArgumentException if the script doesn't exist, or is not in UTF-8
     */
    String read() {
        try (InputStream found = open()) {
            if (found == null) {
                throw new IllegalArgumentException(
                        "The script '/" + path + "' is not on the class path. Add it, or correct"
                                + " its path: a path without a leading slash is relative to the package of the migration's"
                                + " class");
            }
            return Utf8Text.decode("The script '/" + path + "'", found.readAllBytes());
        } catch (IOException e) {
            throw new IllegalArgumentException("The script '/" + path + "' can't be read", e);
        }
    }

    private @Nullable InputStream open() {
        for (ClassLoader loader : loaders()) {
            InputStream found = loader.getResourceAsStream(path);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<ClassLoader> loaders() {
        List<ClassLoader> loaders = new ArrayList<>();
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        if (ofThread != null) {
            loaders.add(ofThread);
        }
        loaders.add(ScriptResource.class.getClassLoader());
        return loaders;
    }
}
