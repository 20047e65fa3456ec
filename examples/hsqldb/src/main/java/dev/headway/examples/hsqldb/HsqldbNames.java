package dev.headway.examples.hsqldb;

import dev.headway.database.Dialect;
import dev.headway.schema.QualifiedName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Converts between names in migrations and names in HSQLDB, which stores unquoted names in upper case.
 *
 * @param dialect decides which names are quoted
 */
record HsqldbNames(Dialect dialect) {

    /** Returns a name of a migration as HSQLDB stores it. */
    String stored(String name) {
        return dialect.isPlainName(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** Returns a stored name as a migration writes it. */
    String written(String stored) {
        String lower = stored.toLowerCase(Locale.ROOT);
        return stored(lower).equals(stored) ? lower : stored;
    }

    /** Returns a stored name as a migration writes it, with a schema unless that is null. */
    String written(@Nullable String schema, String stored) {
        return new QualifiedName(schema == null ? null : written(schema), written(stored)).written();
    }
}
