package dev.headway.internal.database.mysql;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column definition states beyond the information schema.
 *
 * @param attributes attributes that Headway has no words for, such as {@code SRID 4326}; empty if there are none
 * @param defaultValue the default in SQL, with what an update sets; null if there is none
 * @param generated the expression that computes the column; null if none does
 */
record ColumnDefinition(
        String attributes,
        @Nullable String defaultValue,
        @Nullable String generated) {

    /** Parses the words after the type. */
    static ColumnDefinition parse(List<String> words) {
        StringBuilder attributes = new StringBuilder();
        String defaultValue = null;
        String generated = null;
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (SqlParts.keyword(word)) {
                case "DEFAULT" -> defaultValue = rest.next();
                case "ON" -> {
                    rest.next();
                    defaultValue = (defaultValue == null ? "NULL" : defaultValue) + " on update " + rest.next();
                }
                case "AS" -> generated = SqlParts.inner(rest.next());
                case "CHARACTER" -> {
                    rest.next();
                    rest.next();
                }
                case "COLLATE", "NOT", "COMMENT" -> rest.next();
                case "UNSIGNED",
                        "ZEROFILL",
                        "NULL",
                        "GENERATED",
                        "ALWAYS",
                        "VIRTUAL",
                        "STORED",
                        "AUTO_INCREMENT",
                        "*/" -> {
                    // The information schema has these.
                }
                default -> attributes.append(word.startsWith("/*!") ? "" : " " + word);
            }
        }
        return new ColumnDefinition(attributes.toString(), defaultValue, generated);
    }
}
