package dev.headway.internal.database;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads columns of rows that hold several texts. */
public final class Texts {
    /** ASCII's unit separator, which names hardly have in them. */
    public static final String SEPARATOR = "\u001f";

    private static final Pattern SEPARATORS = Pattern.compile(SEPARATOR);

    private Texts() {}

    /** Returns the elements of an array, some of which may be null; none for null. */
    public static List<@Nullable String> of(ResultSet row, String column) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        Array array = row.getArray(column);
        if (array != null) {
            for (@Nullable Object element : (@Nullable Object[]) array.getArray()) {
                texts.add(element == null ? null : element.toString());
            }
        }
        return Collections.unmodifiableList(texts);
    }

    /** Returns what stands in one text, with {@link #SEPARATOR} between; for databases without arrays. */
    public static List<String> separated(ResultSet row, String column) throws SQLException {
        return SEPARATORS.splitAsStream(row.getString(column)).toList();
    }
}
