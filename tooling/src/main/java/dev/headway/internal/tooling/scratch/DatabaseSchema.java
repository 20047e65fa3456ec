package dev.headway.internal.tooling.scratch;

import dev.headway.database.DetectedDatabase;
import dev.headway.schema.Schema;

/**
 * A schema, and the database that it was read from.
 *
 * @param database the database
 * @param schema the schema
 */
public record DatabaseSchema(DetectedDatabase database, Schema schema) {}
