package dev.headway.internal.tooling.diff;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.database.Version;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operations;
import dev.headway.op.RecordingSink;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.DefaultValue.Literal;
import dev.headway.schema.EnumType;
import dev.headway.schema.Index;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of directives what would be read from a database that reports types and defaults as they were written. */
public final class ReadSchema {
    /** A database with standard rules, which reports what was written. */
    public static final DetectedDatabase STANDARD = new DetectedDatabase(Databases.of(Database.SQLITE), Version.LATEST);

    private static final Dialect DIALECT = STANDARD.dialect();

    private ReadSchema() {}

    /** Returns the operations of directives, with types and defaults as they would be read. */
    public static List<Operation> operations(Directives directives) {
        RecordingSink sink = new RecordingSink(STANDARD.type().database(), DIALECT.syntax());
        try {
            Operations.perform(RevisionInfo.of("test", "test"), directives, sink);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return sink.operations().stream().map(ReadSchema::read).toList();
    }

    /** Returns the schema that directives create. */
    public static Schema of(Directives directives) {
        List<Operation> operations = operations(directives);
        List<Table> tables = all(operations, CreateTable.class).stream()
                .map(CreateTable::table)
                .map(table -> with(
                        table,
                        all(operations, CreateIndex.class).stream()
                                .map(CreateIndex::index)
                                .filter(index -> index.table().equals(table.name()))
                                .toList()))
                .toList();
        return new Schema(
                tables,
                all(operations, CreateSequence.class).stream()
                        .map(CreateSequence::sequence)
                        .toList(),
                all(operations, CreateView.class).stream()
                        .map(view -> new View(view.name(), view.query()))
                        .toList(),
                all(operations, CreateEnum.class).stream()
                        .map(type -> new EnumType(type.name(), type.values()))
                        .toList(),
                all(operations, CreateSchema.class).stream()
                        .map(CreateSchema::name)
                        .toList());
    }

    private static <T> List<T> all(List<Operation> operations, Class<T> type) {
        return operations.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Table with(Table table, List<Index> more) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.addAll(more);
        return new Table(table.name(), table.columns(), table.constraints(), indexes, table.comment());
    }

    private static Operation read(Operation operation) {
        if (operation instanceof CreateTable create) {
            Table table = create.table();
            List<Column> columns =
                    table.columns().stream().map(ReadSchema::read).toList();
            return new CreateTable(
                    new Table(table.name(), columns, table.constraints(), table.indexes(), table.comment()),
                    false,
                    null,
                    null);
        } else if (operation instanceof AlterTable alter) {
            return new AlterTable(
                    alter.table(),
                    alter.changes().stream()
                            .map(change -> (TableChange) read(change))
                            .toList());
        } else if (operation instanceof AddColumn add) {
            return new AddColumn(add.table(), read(add.column()), add.constraints(), false);
        } else if (operation instanceof AlterColumn alter) {
            return new AlterColumn(
                    alter.table(),
                    alter.column(),
                    alter.type() == null ? null : read(alter.type()),
                    alter.using(),
                    alter.nullable(),
                    read(alter.defaultValue()),
                    alter.dropsDefault(),
                    alter.identity(),
                    alter.dropsIdentity(),
                    alter.collation(),
                    alter.dropsCollation(),
                    Column.of(alter.column(), new Native("text")));
        }
        return operation;
    }

    private static Column read(Column column) {
        return new Column(
                column.name(),
                read(column.type()),
                column.nullable(),
                read(column.defaultValue()),
                column.identity(),
                column.generated(),
                column.collation(),
                column.comment());
    }

    private static ColumnType read(ColumnType type) {
        return new Native(DIALECT.type(type));
    }

    private static @Nullable DefaultValue read(@Nullable DefaultValue value) {
        if (value instanceof Literal literal) {
            return new Expression(DIALECT.literal(literal.value()));
        }
        return value == DefaultValue.Now.NOW ? new Expression("CURRENT_TIMESTAMP") : value;
    }
}
