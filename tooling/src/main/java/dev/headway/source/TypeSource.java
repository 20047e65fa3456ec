package dev.headway.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.op.Database;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.EnumType;
import dev.headway.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Types as a migration says them: by their portable names where the database reads those back as it has them now, else in its
 * own words.
 */
final class TypeSource {
    private static final Pattern ENUM_OF_MARIADB = Pattern.compile("enum\\((.*)\\)");
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");

    private static final List<Rule> POSTGRESQL = List.of(
            Rule.of("boolean", "bool"),
            Rule.of("smallint", "smallint"),
            Rule.of("integer", "integer"),
            Rule.of("bigint", "bigint"),
            Rule.of("real", "real"),
            Rule.of("double precision", "doublePrecision"),
            Rule.of("numeric\\((\\d+),(\\d+)\\)", "decimal"),
            Rule.of("character varying\\((\\d+)\\)", "varchar"),
            Rule.of("character\\((\\d+)\\)", "character"),
            Rule.of("text", "text"),
            Rule.of("date", "date"),
            Rule.of("time without time zone", "time"),
            Rule.of("timestamp without time zone", "timestamp"),
            Rule.of("timestamp with time zone", "timestamptz"),
            Rule.of("interval", "interval"),
            Rule.of("uuid", "uuid"),
            Rule.of("jsonb", "json"),
            Rule.of("bytea", "binary"));

    private static final List<Rule> MARIADB = List.of(
            Rule.of("tinyint\\(1\\)", "bool"),
            Rule.of("smallint(?:\\(6\\))?", "smallint"),
            Rule.of("int(?:\\(11\\))?", "integer"),
            Rule.of("bigint(?:\\(20\\))?", "bigint"),
            Rule.of("float", "real"),
            Rule.of("double", "doublePrecision"),
            Rule.of("decimal\\((\\d+),(\\d+)\\)", "decimal"),
            Rule.of("varchar\\((\\d+)\\)", "varchar"),
            Rule.of("char\\((\\d+)\\)", "character"),
            Rule.of("longtext", "text"),
            Rule.of("date", "date"),
            Rule.of("time\\(6\\)", "time"),
            Rule.of("datetime\\(6\\)", "timestamp"),
            Rule.of("timestamp\\(6\\)", "timestamptz"),
            Rule.of("uuid", "uuid"),
            Rule.of("json", "json"),
            Rule.of("longblob", "binary"));

    private static final List<Rule> H2 = List.of(
            Rule.of("BOOLEAN", "bool"),
            Rule.of("SMALLINT", "smallint"),
            Rule.of("INTEGER", "integer"),
            Rule.of("BIGINT", "bigint"),
            Rule.of("REAL", "real"),
            Rule.of("DOUBLE PRECISION", "doublePrecision"),
            Rule.of("DECIMAL\\((\\d+), (\\d+)\\)", "decimal"),
            Rule.of("CHARACTER VARYING\\((\\d+)\\)", "varchar"),
            Rule.of("CHARACTER\\((\\d+)\\)", "character"),
            Rule.of("CHARACTER VARYING", "text"),
            Rule.of("DATE", "date"),
            Rule.of("TIME", "time"),
            Rule.of("TIMESTAMP", "timestamp"),
            Rule.of("TIMESTAMP WITH TIME ZONE", "timestamptz"),
            Rule.of("UUID", "uuid"),
            Rule.of("JSON", "json"),
            Rule.of("INTERVAL DAY\\(18\\) TO SECOND\\(9\\)", "interval"),
            Rule.of("BINARY LARGE OBJECT", "binary"));

    private static final List<Rule> SQLITE = List.of(
            Rule.of("boolean", "bool"),
            Rule.of("smallint", "smallint"),
            Rule.of("integer", "integer"),
            Rule.of("bigint", "bigint"),
            Rule.of("real", "real"),
            Rule.of("double", "doublePrecision"),
            Rule.of("decimal\\((\\d+), (\\d+)\\)", "decimal"),
            Rule.of("varchar\\((\\d+)\\)", "varchar"),
            Rule.of("char\\((\\d+)\\)", "character"),
            Rule.of("text", "text"),
            Rule.of("date", "date"),
            Rule.of("time", "time"),
            Rule.of("timestamp", "timestamp"),
            Rule.of("blob", "binary"));

    /** A type in the words of a database, and the method that says it, with the numbers that it takes. */
    private record Rule(Pattern pattern, String method) {
        static Rule of(String pattern, String method) {
            return new Rule(Pattern.compile(pattern), method);
        }

        Optional<Call> call(String sql) {
            Matcher matcher = pattern.matcher(sql);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            List<CodeBlock> arguments = new ArrayList<>();
            for (int i = 1; i <= matcher.groupCount(); i++) {
                arguments.add(CodeBlock.of("$L", Integer.parseInt(matcher.group(i))));
            }
            return Optional.of(new Call(method, arguments));
        }
    }

    private final Database database;
    private final List<EnumType> enums;

    TypeSource(Database database, List<EnumType> enums) {
        this.database = database;
        this.enums = enums;
    }

    /** Returns the method that declares a column of a type. */
    Call of(String column, ColumnType type) {
        if (!(type instanceof Native own)) {
            throw new IllegalArgumentException("A type that was not read from a database: " + type);
        }
        return rules().stream()
                .flatMap(rule -> rule.call(own.sql()).stream())
                .findFirst()
                .or(() -> enumerated(column, own))
                .or(() -> array(column, own))
                .orElseGet(() -> new Call("type", List.of(CodeBlock.of("$S", own.sql()))));
    }

    private List<Rule> rules() {
        if (database.equals(Database.POSTGRESQL)) {
            return POSTGRESQL;
        } else if (database.equals(Database.H2)) {
            return H2;
        }
        return database.equals(Database.SQLITE) ? SQLITE : MARIADB;
    }

    private Optional<Call> enumerated(String column, Native type) {
        Matcher ofMariaDb = ENUM_OF_MARIADB.matcher(type.sql());
        if (rules() == MARIADB && ofMariaDb.matches()) {
            List<String> values = TEXT.matcher(ofMariaDb.group(1))
                    .results()
                    .map(value -> value.group(1).replace("''", "'"))
                    .toList();
            return Optional.of(enumerated(column, values));
        }
        return enums.stream()
                .filter(each -> quotedLike(type.sql()).equals(each.name()))
                .findFirst()
                .map(each -> enumerated(each.name(), each.values()));
    }

    private static Call enumerated(String name, List<String> values) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$S", name));
        values.forEach(value -> arguments.add(CodeBlock.of("$S", value)));
        return new Call("enumerated", arguments);
    }

    /** Returns a name in SQL as a migration writes it. */
    private static String quotedLike(String sql) {
        boolean quoted = sql.length() > 2 && sql.startsWith("\"") && sql.endsWith("\"");
        return quoted
                ? QualifiedName.literally(sql.substring(1, sql.length() - 1).replace("\"\"", "\""))
                : sql;
    }

    private Optional<Call> array(String column, Native type) {
        if (!database.equals(Database.POSTGRESQL) || !type.sql().endsWith("[]")) {
            return Optional.empty();
        }
        Call element = of(column, new Native(type.sql().substring(0, type.sql().length() - 2)));
        return Optional.of(
                new Call("array", List.of(CodeBlock.of("e -> e.$L($L)", element.method(), element.joined()))));
    }

    /**
     * A call of a method.
     *
     * @param method its name
     * @param arguments what it is given
     */
    record Call(String method, List<CodeBlock> arguments) {

        CodeBlock joined() {
            return CodeBlock.join(arguments, ", ");
        }

        /** Returns the arguments behind a first one. */
        CodeBlock joinedBehind(CodeBlock first) {
            List<CodeBlock> all = new ArrayList<>();
            all.add(first);
            all.addAll(arguments);
            return CodeBlock.join(all, ", ");
        }
    }
}
