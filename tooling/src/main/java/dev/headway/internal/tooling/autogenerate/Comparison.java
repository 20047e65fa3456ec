package dev.headway.internal.tooling.autogenerate;

import com.palantir.javapoet.CodeBlock;
import dev.headway.database.DatabaseType;
import dev.headway.internal.tooling.diff.Rename;
import dev.headway.internal.tooling.diff.SchemaDiff;
import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.internal.tooling.source.OperationSource;
import dev.headway.schema.Schema;
import java.util.List;

/**
 * The differences between two schemas.
 *
 * @param diff how they were compared
 * @param from the first
 * @param to the second
 * @param found the operations between them
 */
public record Comparison(SchemaDiff diff, Schema from, Schema to, SchemaDiff.Result found) {

    /** Compares two schemas in which nothing was renamed. */
    public static Comparison of(SchemaDiff diff, Schema from, Schema to) {
        return new Comparison(diff, from, to, diff.between(from, to));
    }

    /**
     * Compares the same schemas, in which tables or columns were renamed.
     *
     * @throws dev.headway.error.CommandException if the first schema has no table or column to rename
     */
    public Comparison renaming(List<Rename> renames) {
        return new Comparison(diff, from, to, diff.between(from, to, renames));
    }

    /** Returns a line for each difference. */
    public List<String> lines() {
        return found.upgrade().stream().flatMap(DifferenceLines::of).toList();
    }

    /** Returns the body of a revision that leads from the first schema to the second, with likely renames in comments. */
    public NewRevision.Body body() {
        CodeBlock.Builder upgrade = CodeBlock.builder();
        for (Rename rename : found.likelyRenames()) {
            upgrade.add(
                    "// If column $L was renamed, write this instead of dropping and adding it:\n// $L;\n",
                    rename.from(),
                    CodeBlock.of("op.renameColumn($S, $S, $S)", rename.table(), rename.from(), rename.to()));
        }
        DatabaseType database = diff.database().type();
        return new NewRevision.Body(
                upgrade.add(new OperationSource(database, to.enums()).of(found.upgrade()))
                        .build(),
                new OperationSource(database, from.enums()).of(found.downgrade()));
    }
}
