package dev.headway.examples.ibutsu.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Operations;
import dev.headway.op.Sql;

/** Imports are cleaned up by their age, so each must have one. */
@Revision(id = "53994db980f1", down = DropMetaAndAddIndexes.class, message = "require when an import was created")
public final class RequireImportCreated implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("UPDATE imports SET created = CURRENT_TIMESTAMP WHERE created IS NULL");
        op.alterColumn("imports", "created").notNull().defaultsTo(Sql.now()).from(c -> c.timestamp());
    }

    /** The dates that were filled in stay: nothing tells them from the others. */
    @Override
    public void downgrade(Operations op) {
        op.alterColumn("imports", "created")
                .nullable()
                .noDefault()
                .from(c -> c.timestamp().notNull().defaultsTo(Sql.now()));
    }
}
