package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.database.SourceRules;
import dev.headway.schema.Column;
import dev.headway.schema.EnumType;
import dev.headway.schema.Identity;
import java.util.List;
import java.util.Objects;

/** Columns as a migration declares them. */
final class ColumnSource {
    private final TypeSource types;
    private final ValueSource values;

    ColumnSource(SourceRules database, List<EnumType> enums) {
        this.types = new TypeSource(database, enums);
        this.values = new ValueSource(database);
    }

    /** Returns the declaration of a column on {@code variable}; columns of a primary key omit {@code notNull()}. */
    CodeBlock declared(String variable, Column column, boolean writesNotNull) {
        TypeSource.Call type = types.of(column);
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("$L.$L($L)", variable, type.method(), type.joinedAfter(CodeBlock.of("$S", column.name())));
        Identity identity = column.identity();
        if (identity != null) {
            code.add(identity(identity));
        }
        if (column.generated() != null) {
            code.add(
                    column.generated().stored() ? "$Z.generatedAs($S)" : "$Z.generatedWhenReadAs($S)",
                    column.generated().expression());
        }
        if (column.collation() != null) {
            code.add("$Z.collate($S)", column.collation());
        }
        if (writesNotNull && !column.nullable() && identity == null) {
            code.add("$Z.notNull()");
        }
        if (column.defaultValue() != null) {
            code.add("$Z.defaultsTo($L)", values.of(column, column.defaultValue()));
        }
        if (column.comment() != null) {
            code.add("$Z.comment($S)", column.comment());
        }
        return code.build();
    }

    static CodeBlock identity(Identity identity) {
        if (identity.equals(Identity.BY_DEFAULT)) {
            return CodeBlock.of("$Z.identity()");
        } else if (identity.equals(new Identity(true, 1, 1))) {
            return CodeBlock.of("$Z.identityAlways()");
        }
        return CodeBlock.of(
                "$Z.identity(new $T($L, $L, $L))",
                Identity.class,
                identity.always(),
                identity.start(),
                identity.increment());
    }

    /** Returns the type of a column, after the name of the column. */
    CodeBlock type(Column column) {
        TypeSource.Call call = types.of(column);
        return CodeBlock.of("$Z.$L($L)", call.method(), call.joined());
    }

    CodeBlock value(Column column) {
        return values.of(column, Objects.requireNonNull(column.defaultValue()));
    }
}
