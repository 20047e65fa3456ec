package dev.headway.sql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text that must be in UTF-8, whatever the encoding of the platform is. A byte order mark at its beginning is ignored.
 *
 * @since 0.1
 */
public final class Utf8Text {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8Text() {}

    /**
     * Returns the text of a file.
     *
     * @param name the file, as a message names it
     * @throws IllegalArgumentException if it is not in UTF-8; the message contains its line
     */
    public static String decode(String name, byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            return withoutMark(StandardCharsets.UTF_8.newDecoder().decode(rest).toString());
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < rest.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new IllegalArgumentException(name + " is not in UTF-8: see line " + line + ". Save it in UTF-8", e);
        }
    }

    /** Returns a text without a byte order mark at its beginning. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
