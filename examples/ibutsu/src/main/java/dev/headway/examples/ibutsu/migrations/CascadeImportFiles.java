package dev.headway.examples.ibutsu.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Operations;
import dev.headway.schema.ReferentialAction;

/** An import takes its file with it. The foreign key is found by what it is like: its name differs between deployments. */
@Revision(id = "8cf9148b9ad9", down = RequireImportCreated.class, message = "delete the file of an import with it")
public final class CascadeImportFiles implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.alterTable("import_files", t -> {
            t.dropConstraint(c -> c.foreignKey("import_id").references("imports", "id"));
            t.addForeignKey("import_files_import_id_fkey", "import_id")
                    .references("imports", "id")
                    .onDelete(ReferentialAction.CASCADE);
        });
    }
}
