package dev.headway.op;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script on the class path. */
final class ScriptResource {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
            String text = decode(found.readAllBytes());
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw new IllegalArgumentException("The script '/" + path + "' can't be read", e);
        }
    }

    private String decode(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(rest).toString();
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < rest.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new IllegalArgumentException(
                    "The script '/" + path + "' is not in UTF-8: see line " + line + ". Save it in UTF-8", e);
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
