package dev.headway.sql;

import java.util.Set;

/**
 * How a database reads the text of SQL: quotes, comments and the ends of statements. It matters wherever Headway has to tell
 * text in quotes and comments from the rest: to split scripts, to find placeholders, and to recognize statements.
 *
 * @param features what the database reads beyond standard SQL
 * @since 0.1
 */
public record SqlSyntax(Set<Feature> features) {
    /** Standard SQL: quoted texts and names, {@code --} and unnested block comments, statements that end with a semicolon. */
    public static final SqlSyntax STANDARD = new SqlSyntax(Set.of());

    /** What databases read beyond standard SQL. */
    public enum Feature {
        /** A block comment may contain other block comments. */
        NESTED_COMMENTS,
        /** A backslash escapes the character after it in quoted text. */
        BACKSLASH_ESCAPES,
        /** A backslash escapes the character after it in {@code E'…'}. */
        ESCAPE_STRINGS,
        /** {@code $tag$ … $tag$} quotes text. */
        DOLLAR_QUOTES,
        /** {@code […]} quotes a name. */
        BRACKETED_NAMES,
        /** {@code #} starts a line comment. */
        HASH_COMMENTS,
        /** {@code //} starts a line comment. */
        SLASH_COMMENTS,
        /** A line comment ends at a carriage return, too. */
        RETURN_ENDS_COMMENT,
        /** {@code --} starts a comment only if a blank follows. */
        BLANK_AFTER_DASHES,
        /** The text in {@code /*! … *}{@code /} is executed. */
        EXECUTED_COMMENTS,
        /** The client splits at every semicolon outside quotes, unless a {@code DELIMITER} line changes that. */
        CLIENT_DELIMITER
    }

    /** Copies the features. */
    public SqlSyntax {
        features = Set.copyOf(features);
    }

    /** Returns standard SQL with these features. */
    public static SqlSyntax with(Feature... features) {
        return new SqlSyntax(Set.of(features));
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }
}
