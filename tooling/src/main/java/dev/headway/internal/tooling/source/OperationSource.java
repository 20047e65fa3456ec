package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.database.DatabaseType;
import dev.headway.database.SourceRules;
import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.SchemaObject.AddEnumValue;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.SchemaObject.DropEnum;
import dev.headway.op.SchemaObject.DropSchema;
import dev.headway.op.SchemaObject.DropSequence;
import dev.headway.op.SchemaObject.DropView;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.EnumType;
import dev.headway.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes operations between two schemas as directives, as a person would write them. */
public final class OperationSource {
    private final SourceRules database;
    private final boolean dropsRequireDefinition;
    private final ColumnSource columns;

    /**
     * Writes operations for a database.
     *
     * @param enums the enums that types of columns may be
     */
    public OperationSource(DatabaseType database, List<EnumType> enums) {
        this.database = database.source();
        this.dropsRequireDefinition = database.comparison().dropsRequireDefinition();
        this.columns = new ColumnSource(this.database, enums);
    }

    /** Returns the statements, which call {@code op}. */
    public CodeBlock of(List<Operation> operations) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Operation operation : operations) {
            statements(operation).forEach(statement -> code.add(statement).add(";\n"));
        }
        return code.build();
    }

    private List<CodeBlock> statements(Operation operation) {
        if (operation instanceof CreateTable create) {
            return new TableSource(columns, database, create.table()).statements();
        } else if (operation instanceof AlterTable alter) {
            List<CodeBlock> lines = alter.changes().stream()
                    .map(change -> change(change, "t", List.of()))
                    .toList();
            return List.of(Lambdas.of(CodeBlock.of("op.alterTable($S", alter.table()), "t", lines));
        } else if (operation instanceof TableChange change) {
            return List.of(change(change, "op", List.of(text(change.table()))));
        }
        return List.of(object(operation));
    }

    private static CodeBlock text(String text) {
        return CodeBlock.of("$S", text);
    }

    private static CodeBlock call(String variable, String method, Stream<CodeBlock> arguments) {
        return CodeBlock.of("$L.$L($L)", variable, method, CodeBlock.join(arguments.toList(), ", "));
    }

    private static CodeBlock call(String method, String... arguments) {
        return call("op", method, Stream.of(arguments).map(OperationSource::text));
    }

    private static Stream<CodeBlock> behind(List<CodeBlock> table, String... more) {
        return Stream.concat(table.stream(), Stream.of(more).map(OperationSource::text));
    }

    /** Returns a change; {@code table} is the name of the table, or empty if {@code variable} stands for the table. */
    private CodeBlock change(TableChange change, String variable, List<CodeBlock> table) {
        if (change instanceof AddColumn add) {
            CodeBlock column = columns.declared("c", add.column(), true);
            return call(
                    variable, "addColumn", Stream.concat(table.stream(), Stream.of(CodeBlock.of("c -> $L", column))));
        } else if (change instanceof DropColumn drop) {
            return call(variable, "dropColumn", behind(table, drop.name()));
        } else if (change instanceof RenameColumn rename) {
            return call(variable, "renameColumn", behind(table, rename.from(), rename.to()));
        } else if (change instanceof RenameConstraint rename) {
            return call(variable, "renameConstraint", behind(table, rename.from(), rename.to()));
        } else if (change instanceof AlterColumn alter) {
            return CodeBlock.builder()
                    .add(call(variable, "alterColumn", behind(table, alter.column())))
                    .add(altered(alter))
                    .build();
        } else if (change instanceof CommentOnColumn comment) {
            return call(
                    variable,
                    "commentOnColumn",
                    Stream.concat(behind(table, comment.column()), Stream.of(textOrNull(comment.comment()))));
        } else if (change instanceof AddConstraint add) {
            return ConstraintSource.added(variable, add.constraint(), table);
        } else if (change instanceof DropConstraint drop) {
            return dropped(drop, variable, table);
        }
        throw unwritable(change);
    }

    private static CodeBlock textOrNull(@Nullable String text) {
        return text == null ? CodeBlock.of("null") : text(text);
    }

    private CodeBlock altered(AlterColumn alter) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (alter.type() != null) {
            code.add(columns.type(new Column(
                    alter.column(), alter.type(), true, null, alter.identity(), null, alter.collation(), null)));
        }
        if (alter.collation() != null) {
            code.add("$Z.collate($S)", alter.collation());
        } else if (alter.dropsCollation()) {
            code.add("$Z.noCollation()");
        }
        if (alter.using() != null) {
            code.add("$Z.using($S)", alter.using());
        }
        if (alter.nullable() != null) {
            code.add(alter.nullable() ? "$Z.nullable()" : "$Z.notNull()");
        }
        if (alter.dropsDefault()) {
            code.add("$Z.noDefault()");
        } else if (alter.defaultValue() != null && alter.from() != null) {
            code.add("$Z.defaultsTo($L)", columns.value(alter.changed(alter.from())));
        }
        if (alter.dropsIdentity()) {
            code.add("$Z.noIdentity()");
        } else if (alter.identity() != null) {
            code.add(ColumnSource.identity(alter.identity()));
        }
        return code.build();
    }

    private CodeBlock dropped(DropConstraint drop, String variable, List<CodeBlock> table) {
        Constraint definition = drop.definition();
        List<CodeBlock> arguments = new ArrayList<>();
        if (drop.name() != null) {
            arguments.add(text(drop.name()));
        }
        arguments.addAll(table);
        boolean namesDefinition = drop.name() == null || dropsRequireDefinition;
        if (namesDefinition && definition != null) {
            arguments.add(CodeBlock.of("c -> $L", ConstraintSource.like("c", definition)));
        }
        return call(variable, "dropConstraint", arguments.stream());
    }

    private CodeBlock object(Operation operation) {
        if (operation instanceof DropTable drop) {
            return call("dropTable", drop.name());
        } else if (operation instanceof RenameTable rename) {
            return call("renameTable", rename.from(), rename.to());
        } else if (operation instanceof CommentOnTable comment) {
            return call("op", "commentOnTable", Stream.of(text(comment.table()), textOrNull(comment.comment())));
        } else if (operation instanceof CreateIndex create) {
            return IndexSource.created(create.index(), database);
        } else if (operation instanceof DropIndex drop && drop.table() != null) {
            return call("dropIndex", drop.name(), drop.table());
        } else if (operation instanceof RenameIndex rename) {
            return call("renameIndex", rename.table(), rename.from(), rename.to());
        } else if (operation instanceof CreateSequence create) {
            return created(create.sequence());
        } else if (operation instanceof DropSequence drop) {
            return call("dropSequence", drop.name());
        } else if (operation instanceof CreateSchema create) {
            return call("createSchema", create.name());
        } else if (operation instanceof DropSchema drop) {
            return call("dropSchema", drop.name());
        } else if (operation instanceof CreateEnum create) {
            return call(
                    "op",
                    "createEnum",
                    behind(List.of(text(create.name())), create.values().toArray(String[]::new)));
        } else if (operation instanceof AddEnumValue add) {
            return call("addEnumValue", add.name(), add.value());
        } else if (operation instanceof DropEnum drop) {
            return call("dropEnum", drop.name());
        } else if (operation instanceof CreateView create) {
            return CodeBlock.of("op.createView($S, $L)", create.name(), SqlSource.of(create.query()));
        } else if (operation instanceof DropView drop) {
            return call("dropView", drop.name());
        } else if (operation instanceof CreateExtension create && create.ifNotExists()) {
            return CodeBlock.of("op.createExtension($S).ifNotExists()", create.name());
        } else if (operation instanceof Insert insert) {
            return InsertSource.of(insert);
        } else if (operation instanceof Execute execute && execute.arguments().isEmpty()) {
            return CodeBlock.of("op.execute($L)" + (execute.secret() ? ".secret()" : ""), SqlSource.of(execute.sql()));
        }
        throw unwritable(operation);
    }

    private static CodeBlock created(Sequence sequence) {
        CodeBlock.Builder options = CodeBlock.builder();
        if (sequence.start() != 1) {
            options.add("$Z.startWith($L)", number(sequence.start()));
        }
        if (sequence.increment() != 1) {
            options.add("$Z.incrementBy($L)", number(sequence.increment()));
        }
        if (sequence.minimum() != null) {
            options.add("$Z.minValue($L)", number(sequence.minimum()));
        }
        if (sequence.maximum() != null) {
            options.add("$Z.maxValue($L)", number(sequence.maximum()));
        }
        if (sequence.cycle()) {
            options.add("$Z.cycle()");
        }
        CodeBlock told = options.build();
        return told.isEmpty()
                ? call("createSequence", sequence.name())
                : CodeBlock.of("op.createSequence($S, s -> s$L)", sequence.name(), told);
    }

    private static String number(long number) {
        return number == (int) number ? String.valueOf(number) : number + "L";
    }

    private static IllegalArgumentException unwritable(Operation operation) {
        return new IllegalArgumentException("This does not come of comparing schemas: " + operation.directive());
    }
}
