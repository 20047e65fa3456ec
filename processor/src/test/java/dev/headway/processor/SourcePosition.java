package dev.headway.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A place in a source file, as an editor underlines it.
 *
 * @param file the path of the file
 * @param line its first line, from 1
 * @param column its first column, from 1
 * @param code what stands there
 */
record SourcePosition(String file, long line, long column, String code) {
    static final SourcePosition NOWHERE = new SourcePosition("nowhere", 0, 0, "");

    static SourcePosition in(String file, String text, int from, int to) {
        String before = text.substring(0, from);
        return new SourcePosition(
                file,
                before.chars().filter(c -> c == '\n').count() + 1,
                from - before.lastIndexOf('\n'),
                text.substring(from, to));
    }

    /** Returns what a diagnostic underlines. */
    static SourcePosition of(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getSource() == null || diagnostic.getPosition() == Diagnostic.NOPOS) {
            return NOWHERE;
        }
        try {
            String name = diagnostic.getSource().getName();
            return in(
                    name.replaceFirst("^.*/(?=(app|com|other)/)", ""),
                    diagnostic.getSource().getCharContent(true).toString(),
                    (int) diagnostic.getStartPosition(),
                    (int) diagnostic.getEndPosition());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
