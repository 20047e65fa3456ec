package dev.headway.internal.tooling.autogenerate;

import dev.headway.error.CommandException;
import dev.headway.internal.tooling.diff.SchemaDiff;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.op.Operation;
import dev.headway.schema.Schema;
import java.sql.SQLException;
import java.util.List;

/**
 * Recreates schemas from what was read of them, until they read the same, on databases that rewrite expressions when they
 * store them. So the same expression reads the same, however often it was rewritten.
 *
 * @param connected lends scratch schemas
 * @param otherSchemas further schemas that belong to the schema
 * @param diff compares schemas of that database
 */
public record SchemaSettler(ConnectedDatabase connected, List<String> otherSchemas, SchemaDiff diff) {
    private static final int MAX_ROUNDS = 4;

    /** Returns the schema as it reads when it no longer changes, or as it is if it cannot be recreated. */
    public Schema settle(Schema schema) throws SQLException {
        Schema settled = schema;
        for (int round = 0; isNecessary() && round < MAX_ROUNDS; round++) {
            List<Operation> operations = diff.between(Schema.EMPTY, settled).upgrade();
            Schema read;
            try {
                read = connected
                        .build(otherSchemas, sink -> operations.forEach(sink::accept))
                        .schema();
            } catch (CommandException cannotBeRecreated) {
                return schema;
            }
            if (read.equals(settled)) {
                return settled;
            }
            settled = read;
        }
        return settled;
    }

    boolean isNecessary() {
        return connected.database().type().comparison().rewritesExpressions();
    }
}
