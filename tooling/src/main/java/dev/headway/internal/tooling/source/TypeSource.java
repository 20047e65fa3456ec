package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.database.SourceRules;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Array;
import dev.headway.schema.ColumnType.Char;
import dev.headway.schema.ColumnType.Decimal;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.EnumType;
import dev.headway.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Types as a migration declares them: by their portable names, if the database reports those as it reports them now, otherwise
 * as the database reports them.
 *
 * @param database the rules of the database
 * @param enums the enums of the schema
 */
record TypeSource(SourceRules database, List<EnumType> enums) {

    /** Returns the method that declares a column of the type of {@code column}. */
    Call of(Column column) {
        if (!(column.type() instanceof Native)) {
            throw new IllegalArgumentException("A type that was not read from a database: " + column.type());
        }
        return call(database.portableType(column)
                .filter(type -> offersOptions(type, column))
                .orElse(column.type()));
    }

    /** Portable types offer a collation and an identity only if they make sense; one of the database's own offers both. */
    private static boolean offersOptions(ColumnType type, Column column) {
        return (column.collation() == null || isText(type)) && (column.identity() == null || isExactNumber(type));
    }

    private static boolean isText(ColumnType type) {
        return type == Plain.TEXT
                || type instanceof Varchar
                || type instanceof Char
                || type instanceof Enumerated
                || type instanceof Array;
    }

    private static boolean isExactNumber(ColumnType type) {
        return type == Plain.SMALLINT || type == Plain.INTEGER || type == Plain.BIGINT || type instanceof Decimal;
    }

    private Call call(ColumnType type) {
        if (type instanceof Plain plain) {
            return new Call(method(plain), List.of());
        } else if (type instanceof Varchar varchar) {
            return new Call("varchar", List.of(CodeBlock.of("$L", varchar.length())));
        } else if (type instanceof Char character) {
            return new Call("character", List.of(CodeBlock.of("$L", character.length())));
        } else if (type instanceof Decimal decimal) {
            return new Call(
                    "decimal", List.of(CodeBlock.of("$L", decimal.precision()), CodeBlock.of("$L", decimal.scale())));
        } else if (type instanceof Enumerated enumerated) {
            return enumerated(enumerated.name(), enumerated.values());
        } else if (type instanceof Array array) {
            Call element = call(array.element());
            return new Call("array", List.of(CodeBlock.of("e -> e.$L($L)", element.method(), element.joined())));
        }
        String sql = ((Native) type).sql();
        return enumOf(sql).orElseGet(() -> new Call("type", List.of(CodeBlock.of("$S", sql))));
    }

    private static String method(Plain type) {
        return switch (type) {
            case BOOLEAN -> "bool";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "doublePrecision";
            case TEXT -> "text";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamptz";
            case INTERVAL -> "interval";
            case UUID -> "uuid";
            case JSON -> "json";
            case BINARY -> "binary";
        };
    }

    private Optional<Call> enumOf(String sql) {
        String name = unquoted(sql);
        return enums.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(each -> enumerated(each.name(), each.values()));
    }

    private static Call enumerated(String name, List<String> values) {
        return new Call(
                "enumerated",
                Stream.concat(Stream.of(name), values.stream())
                        .map(text -> CodeBlock.of("$S", text))
                        .toList());
    }

    /** Returns a name in SQL as a migration writes it. */
    private static String unquoted(String sql) {
        boolean isQuoted = sql.length() > 2 && sql.startsWith("\"") && sql.endsWith("\"");
        return isQuoted
                ? QualifiedName.literally(sql.substring(1, sql.length() - 1).replace("\"\"", "\""))
                : sql;
    }

    /**
     * A call of a method.
     *
     * @param method its name
     * @param arguments its arguments
     */
    record Call(String method, List<CodeBlock> arguments) {

        CodeBlock joined() {
            return CodeBlock.join(arguments, ", ");
        }

        /** Returns the arguments after a first one. */
        CodeBlock joinedAfter(CodeBlock first) {
            List<CodeBlock> all = new ArrayList<>();
            all.add(first);
            all.addAll(arguments);
            return CodeBlock.join(all, ", ");
        }
    }
}
