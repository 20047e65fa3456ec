package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.database.SourceRules;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Writes the creation of a table. Constraints on a single column are written with the column. */
final class TableSource {
    private final ColumnSource columns;
    private final SourceRules database;
    private final Table table;
    private final List<Constraint> apart = new ArrayList<>();
    private final List<PrimaryKey> namedKeys = new ArrayList<>();
    private final List<Index> indexesBehind = new ArrayList<>();

    TableSource(ColumnSource columns, SourceRules database, Table table) {
        this.columns = columns;
        this.database = database;
        this.table = table;
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof PrimaryKey key && key.name() != null) {
                namedKeys.add(key);
            } else if (!standsWithColumn(constraint)) {
                apart.add(constraint);
            }
        }
    }

    private static boolean standsWithColumn(Constraint constraint) {
        return constraint.columns().size() == 1
                && (constraint instanceof PrimaryKey
                        || (constraint instanceof Unique unique
                                && unique.equals(new Unique(unique.name(), unique.columns()))));
    }

    /** Returns the statements that create the table. */
    List<CodeBlock> statements() {
        List<CodeBlock> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(line(column)));
        apart.forEach(constraint -> lines.add(ConstraintSource.inTable("t", constraint)));
        for (Index index : table.indexes()) {
            if (IndexSource.isPlain(index, database)) {
                lines.add(CodeBlock.of("t.index($L)", IndexSource.namesAndColumns(index)));
            } else {
                indexesBehind.add(index);
            }
        }
        if (table.comment() != null) {
            lines.add(CodeBlock.of("t.comment($S)", table.comment()));
        }
        List<CodeBlock> statements = new ArrayList<>();
        statements.add(Lambdas.of(CodeBlock.of("op.createTable($S", table.name()), "t", lines));
        namedKeys.forEach(key ->
                statements.add(ConstraintSource.added("op", key, List.of(CodeBlock.of("$S", table.name())))));
        indexesBehind.forEach(index -> statements.add(IndexSource.created(index, database)));
        return statements;
    }

    private CodeBlock line(Column column) {
        CodeBlock.Builder code = CodeBlock.builder();
        boolean isKey = table.constraints().stream()
                .anyMatch(constraint ->
                        constraint instanceof PrimaryKey && constraint.columns().contains(column.name()));
        code.add(columns.declared("t", column, !isKey));
        for (Constraint constraint : table.constraints()) {
            if (constraint.columns().equals(List.of(column.name())) && standsWithColumn(constraint)) {
                if (constraint instanceof PrimaryKey && constraint.name() == null) {
                    code.add("$Z.primaryKey()");
                } else if (constraint instanceof Unique && constraint.name() != null) {
                    code.add("$Z.unique($S)", constraint.name());
                } else if (constraint instanceof Unique) {
                    code.add("$Z.unique()");
                }
            }
        }
        return code.build();
    }
}
