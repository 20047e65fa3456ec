package dev.headway.internal.tooling.autogenerate;

import dev.headway.error.ConfigurationException;
import dev.headway.internal.tooling.diff.SchemaDiff;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.internal.tooling.scratch.DatabaseSchema;
import dev.headway.op.Database;
import dev.headway.schema.Schema;
import java.sql.SQLException;

/**
 * Compares schemas that were read from databases of the same product.
 *
 * @param connected lends scratch schemas
 * @param selection the objects that are compared
 * @param strictNames whether constraints and indexes differ if only their names do
 */
record SchemaComparer(ConnectedDatabase connected, Selection selection, boolean strictNames) {

    /**
     * Returns the differences.
     *
     * @throws ConfigurationException if the schemas and the scratch schema are not all of the same product
     */
    Comparison compare(DatabaseSchema now, TargetReader target) throws SQLException {
        require(now, connected.database().type().database(), "headway.scratch.url");
        DatabaseSchema wanted = target.read(connected);
        require(now, wanted.database().type().database(), "headway.target.url");
        SchemaDiff diff = new SchemaDiff(now.database(), strictNames);
        SchemaSettler settler = new SchemaSettler(connected, selection.otherSchemas(), diff);
        Schema from = selection.of(now.schema());
        Schema to = selection.of(wanted.schema());
        Comparison comparison = Comparison.of(diff, from, to);
        return comparison.found().isEmpty() || !settler.isNecessary()
                ? comparison
                : Comparison.of(diff, settler.settle(from), settler.settle(to));
    }

    private static void require(DatabaseSchema now, Database other, String setting) {
        Database database = now.database().type().database();
        if (!database.equals(other)) {
            throw new ConfigurationException(setting + " names a " + other + " database, but it is compared with a "
                    + database + " database, which spells types and defaults differently. Nothing was compared. Set "
                    + setting + " to a " + database + " database.");
        }
    }
}
