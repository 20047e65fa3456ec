package dev.headway.autogenerate;

import dev.headway.database.Databases;
import dev.headway.diff.Rename;
import dev.headway.diff.SchemaDiff;
import dev.headway.error.ConfigurationException;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Compares schemas that were read from databases of one kind.
 *
 * @param scratch reaches a database of that kind, in which something may be built and taken away
 * @param selection what is compared
 * @param renames what has another name in the second schema
 * @param strictNames whether constraints and indexes differ that differ in no more than their names
 */
record Comparer(Handle scratch, Selection selection, List<Rename> renames, boolean strictNames) {
    private static final int ROUNDS = 4;

    /**
     * Returns what leads from one to the other.
     *
     * @throws ConfigurationException if they, or the scratch place, are of several kinds
     */
    Comparison compare(Reading now, Wanted wanted) throws SQLException {
        Database database = now.database();
        require(database, Databases.detect(scratch.getConnection()).type().database(), "headway.scratch.url");
        Reading reading = wanted.in(scratch);
        require(database, reading.database(), "headway.target.url");
        SchemaDiff diff = new SchemaDiff(database, strictNames);
        Comparison comparison = compare(diff, selection.of(now.schema()), selection.of(reading.schema()));
        return comparison.found().isNothing() || !database.equals(Database.POSTGRESQL)
                ? comparison
                : compare(
                        diff,
                        settled(scratch, selection.besides(), diff, comparison.from()),
                        settled(scratch, selection.besides(), diff, comparison.to()));
    }

    private static void require(Database database, Database other, String setting) {
        if (!database.equals(other)) {
            throw new ConfigurationException(setting + " names a database of the kind " + other + ", and what is to be"
                    + " compared with it is of the kind " + database
                    + ". Each has words of its own for types and defaults."
                    + " Nothing was compared: name one of the same kind.");
        }
    }

    private Comparison compare(SchemaDiff diff, Schema from, Schema to) {
        return new Comparison(diff.database(), from, to, diff.between(from, to, renames));
    }

    /**
     * PostgreSQL tells conditions in other words than they were made with, and what is made with those words in others again:
     * {@code level IN ('A')} has a cast more each time, until it has them all. So what differs is made of what was read, and
     * read again, until that changes nothing. What cannot be made again is compared as it is.
     */
    static Schema settled(Handle scratch, List<String> besides, SchemaDiff diff, Schema schema) throws SQLException {
        Schema settled = schema;
        for (int round = 0; round < ROUNDS; round++) {
            List<Operation> again = diff.between(Schema.EMPTY, settled).upgrade();
            Schema read;
            try {
                read = Scratch.built(scratch, besides, sink -> again.forEach(sink::accept))
                        .schema();
            } catch (ConfigurationException cannotBeMadeAgain) {
                return schema;
            }
            if (read.equals(settled)) {
                return settled;
            }
            settled = read;
        }
        return settled;
    }
}
