package dev.headway.internal.tooling.diff;

import dev.headway.error.CommandException;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Generated;
import dev.headway.schema.Index;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renames a table or column in a schema. Views keep their queries, so they are created again. */
final class RenamedSchema {
    private final ReadingRules rules;
    private final Rename rename;

    RenamedSchema(ReadingRules rules, Rename rename) {
        this.rules = rules;
        this.rename = rename;
    }

    /**
     * Returns the schema after the rename.
     *
     * @throws CommandException if the schema has no table or column of the old name
     */
    Schema of(Schema schema) {
        List<Table> tables = new ArrayList<>();
        boolean found = false;
        for (Table table : schema.tables()) {
            boolean own = table.name().equals(rename.table() == null ? rename.from() : rename.table());
            found |= own
                    && (rename.table() == null || table.column(rename.from()).isPresent());
            tables.add(renamed(table, own));
        }
        if (!found) {
            throw new CommandException("The database has no " + (rename.table() == null ? "table" : "column")
                    + " to rename by " + rename.written() + ". Nothing was written.");
        }
        return new Schema(tables, schema.sequences(), schema.views(), schema.enums(), schema.others());
    }

    private Table renamed(Table table, boolean own) {
        boolean tableItself = own && rename.table() == null;
        boolean ownColumn = own && rename.table() != null;
        return new Table(
                tableItself ? rename.to() : table.name(),
                table.columns().stream()
                        .map(column -> ownColumn ? column(column) : column)
                        .toList(),
                table.constraints().stream()
                        .map(constraint -> constraint(constraint, ownColumn))
                        .toList(),
                table.indexes().stream()
                        .map(index -> index(index, tableItself, ownColumn))
                        .toList(),
                table.comment());
    }

    private Column column(Column column) {
        Generated generated = column.generated();
        return new Column(
                name(column.name()),
                column.type(),
                column.nullable(),
                column.defaultValue(),
                column.identity(),
                generated == null ? null : new Generated(sql(generated.expression()), generated.stored()),
                column.collation(),
                column.comment());
    }

    private Constraint constraint(Constraint constraint, boolean ownColumn) {
        if (constraint instanceof ForeignKey key) {
            boolean toTable = rename.table() == null && key.table().equals(rename.from());
            boolean toColumn = key.table().equals(rename.table());
            return new ForeignKey(
                    key.name(),
                    ownColumn ? names(key.columns()) : key.columns(),
                    toTable ? rename.to() : key.table(),
                    toColumn ? names(key.referenced()) : key.referenced(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.deferral(),
                    key.validated());
        } else if (!ownColumn) {
            return constraint;
        } else if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), names(key.columns()));
        } else if (constraint instanceof Unique unique) {
            return new Unique(unique.name(), names(unique.columns()), unique.nullsNotDistinct(), unique.deferral());
        } else if (constraint instanceof Check check) {
            return new Check(check.name(), sql(check.condition()), check.validated());
        }
        Exclusion exclusion = (Exclusion) constraint;
        return new Exclusion(
                exclusion.name(),
                exclusion.method(),
                exclusion.elements().stream()
                        .map(element -> new Exclusion.Element(sql(element.expression()), element.operator()))
                        .toList(),
                sqlOrNull(exclusion.where()),
                exclusion.deferral());
    }

    private Index index(Index index, boolean tableItself, boolean ownColumn) {
        List<Index.Key> keys = index.keys().stream()
                .map(key -> new Index.Key(
                        key.expression() ? sql(key.text()) : name(key.text()),
                        key.expression(),
                        key.operatorClass(),
                        key.descending(),
                        key.nulls()))
                .toList();
        return new Index(
                index.name(),
                tableItself ? rename.to() : index.table(),
                ownColumn ? keys : index.keys(),
                index.unique(),
                index.method(),
                ownColumn ? names(index.included()) : index.included(),
                ownColumn ? sqlOrNull(index.where()) : index.where(),
                index.nullsNotDistinct());
    }

    private String name(String name) {
        return name.equals(rename.from()) ? rename.to() : name;
    }

    private List<String> names(List<String> names) {
        return names.stream().map(this::name).toList();
    }

    private @Nullable String sqlOrNull(@Nullable String sql) {
        return sql == null ? null : sql(sql);
    }

    /** Expressions in which the name is not found are recreated. */
    private String sql(String sql) {
        return SqlNames.replaced(
                sql,
                rules.database().inExpression(rename.from(), rules.spelling()),
                rules.database().inExpression(rename.to(), rules.spelling()));
    }
}
