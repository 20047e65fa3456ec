package dev.headway.internal.tooling.project;

import dev.headway.error.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a source file. Headway writes UTF-8, independently of the encoding of the terminal and the platform. */
final class SourceText {
    private SourceText() {}

    /**
     * Reads a file to find revisions in it. A file in another encoding is read byte by byte, which leaves Java's keywords and
     * punctuation as they are.
     */
    static String toSearch(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Reads a file that is to be changed.
     *
     * @throws CommandException if it is not in UTF-8, so that writing it would change more
     */
    static String toChange(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new CommandException(file
                    + " is not in UTF-8, so it cannot be changed safely. Nothing was written. Save it in UTF-8, and run the"
                    + " command again.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
