package dev.headway.internal.database.h2;

import dev.headway.internal.database.Texts;
import dev.headway.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The names of H2, which stores those that are not quoted in upper case.
 *
 * @param plain whether a name reads back as it is written though it is not quoted
 */
record H2Names(Predicate<String> plain) {

    /** Returns a name of a migration as H2 stores it. */
    @Nullable
    String stored(@Nullable String name) {
        return name != null && plain.test(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** Returns a stored name as a migration writes it. */
    String readBack(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        return plain.test(lower) && Objects.equals(stored(lower), stored) ? lower : stored;
    }

    /** Returns the name in a column of a row as a migration writes it. */
    String readBack(ResultSet row, String column) throws SQLException {
        return readBack(row.getString(column));
    }

    /** Returns the names in a column of a row as a migration writes them. */
    List<String> allReadBack(ResultSet row, String column) throws SQLException {
        return Texts.of(row, column).stream().map(this::readBack).toList();
    }

    /** Returns a stored name, which may say its schema, as a migration writes it. */
    String written(@Nullable String schema, String name) {
        return new QualifiedName(schema == null ? null : readBack(schema), readBack(name)).written();
    }
}
