package dev.headway.sql;

/**
 * A piece of a text of SQL, of which Headway wants to know no more than its kind.
 *
 * @param kind the kind
 * @param start where it begins in the text
 * @param end where it has ended
 */
record Token(Kind kind, int start, int end) {

    String in(String sql) {
        return sql.substring(start, end);
    }

    /** Returns whether this is {@code symbol}, and no part of a quoted text or a comment. */
    boolean isSymbol(String sql, String symbol) {
        return kind == Kind.SYMBOL && end - start == symbol.length() && sql.startsWith(symbol, start);
    }

    /** Returns whether this is more than blanks and remarks. */
    boolean says() {
        return kind != Kind.SPACE && kind != Kind.COMMENT && kind != Kind.LINE_COMMENT;
    }

    /** What a piece is. */
    enum Kind {
        /** Blanks and line ends. */
        SPACE,
        /** A comment that ends with its line. */
        LINE_COMMENT,
        /** A comment that says where it ends. */
        COMMENT,
        /** A text or a name in quotes of any kind. */
        QUOTED,
        /** A name, a keyword or a number. */
        WORD,
        /** Any other character; {@code ::}, {@code :=} and {@code ??} are one. */
        SYMBOL
    }
}
