package dev.headway.autogenerate;

import com.palantir.javapoet.CodeBlock;
import dev.headway.diff.Rename;
import dev.headway.diff.SchemaDiff;
import dev.headway.op.Database;
import dev.headway.project.NewRevision;
import dev.headway.schema.Schema;
import dev.headway.source.OperationSource;
import java.util.List;

/**
 * What separates two schemas.
 *
 * @param database the kind of database that both were read from
 * @param from the one
 * @param to the other
 * @param found what leads from one to the other
 */
public record Comparison(Database database, Schema from, Schema to, SchemaDiff.Found found) {

    /** Returns a line for each difference. */
    public List<String> lines() {
        return found.upgrade().stream().flatMap(Difference::lines).toList();
    }

    /** Returns it as the body of a revision, which shows beside it what may be renames. */
    public NewRevision.Body body() {
        CodeBlock.Builder upgrade = CodeBlock.builder();
        for (Rename rename : found.likelyRenames()) {
            upgrade.add(
                    "// If column $L was renamed, write this instead of dropping and adding it:\n// $L;\n",
                    rename.from(),
                    CodeBlock.of("op.renameColumn($S, $S, $S)", rename.table(), rename.from(), rename.to()));
        }
        return new NewRevision.Body(
                upgrade.add(new OperationSource(database, to.enums()).of(found.upgrade()))
                        .build(),
                new OperationSource(database, from.enums()).of(found.downgrade()));
    }
}
