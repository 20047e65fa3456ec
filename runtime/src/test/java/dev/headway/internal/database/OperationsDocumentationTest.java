package dev.headway.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.Databases;
import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.database.Version;
import dev.headway.error.NotRecordableException;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.op.BackfillBatches;
import dev.headway.op.BackfillOptions;
import dev.headway.op.CheckDraft;
import dev.headway.op.ColumnChange;
import dev.headway.op.ColumnComment;
import dev.headway.op.ColumnDraft;
import dev.headway.op.ColumnOptions;
import dev.headway.op.ColumnReference;
import dev.headway.op.ColumnTypes;
import dev.headway.op.Columns;
import dev.headway.op.ConstraintKinds;
import dev.headway.op.CreateIndexOptions;
import dev.headway.op.CreateOptions;
import dev.headway.op.DeclaredColumn;
import dev.headway.op.Directives;
import dev.headway.op.DropIndexOptions;
import dev.headway.op.DropOptions;
import dev.headway.op.ElementTypes;
import dev.headway.op.ExclusionDraft;
import dev.headway.op.ExclusionElements;
import dev.headway.op.ForeignKeyDraft;
import dev.headway.op.ForeignKeyOptions;
import dev.headway.op.ForeignKeyTarget;
import dev.headway.op.IndexKeys;
import dev.headway.op.NativeTypeChange;
import dev.headway.op.NumberColumn;
import dev.headway.op.NumberTypeChange;
import dev.headway.op.Operation;
import dev.headway.op.Operations;
import dev.headway.op.SequenceDraft;
import dev.headway.op.TableComment;
import dev.headway.op.TableDraft;
import dev.headway.op.TableOptions;
import dev.headway.op.TextColumn;
import dev.headway.op.TextOptions;
import dev.headway.op.TextTypeChange;
import dev.headway.op.TypeChange;
import dev.headway.op.UniqueDraft;
import dev.headway.op.ViewOptions;
import dev.headway.schema.Column;
import dev.headway.schema.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@code docs/operations.md} to what the dialects do with {@link DocumentedOperations}. */
class OperationsDocumentationTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final Path EXAMPLES =
            Path.of("src/test/java/dev/headway/internal/database/DocumentedOperations.java");
    private static final String WRITE = "headway.docs.write";
    private static final String COMMAND =
            "./mvnw -pl runtime test -Dtest=OperationsDocumentationTest -D" + WRITE + "=true";

    /** A heading, or a method with its Javadoc, its name, the type of its parameter, and its body. */
    private static final Pattern PART = Pattern.compile("""
            ^    (?:// (## [^\\n]+)\
            |(?:/\\*\\*(.*?)\\*/\\s+)?static void (\\w+)\\((\\w+) \\w+\\)[^\\n]*\\{\\n(.*?)\\n    })$""", Pattern.MULTILINE | Pattern.DOTALL);

    private static final String INTRODUCTION = """
            # Operations

            What migrations can say, and the SQL that it becomes on each database in its newest version. Databases that say the
            same stand together. Where nothing is said of a downgrade, it is derived.

            "Reads the live table" means that the SQL depends on what the database has: it is known when the revision runs, and
            cannot be written as a script.

            This file is generated from what the dialects do: change `DocumentedOperations`, or the dialect, and run
            `%s`.
            """.formatted(COMMAND);

    private final List<Dialect> dialects =
            Databases.all().stream().map(type -> type.dialect(Version.LATEST)).toList();

    @Test
    void theDocumentIsWhatTheDialectsDo() throws Exception {
        String generated = document();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(DOCUMENT, generated);
        }
        assertThat(DOCUMENT)
                .as(
                        "docs/operations.md is not what the dialects do. If they do what they should, write it anew: %s",
                        COMMAND)
                .exists()
                .content()
                .isEqualToNormalizingNewlines(generated);
    }

    @Test
    void everyDirectiveIsShown() throws Exception {
        assertThat(namesOf(Operations.class))
                .filteredOn(name -> !name.equals("perform"))
                .allSatisfy(name -> assertThat(Files.readString(EXAMPLES)).containsPattern("op\\s*\\." + name + "\\("));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                BackfillBatches.class,
                BackfillOptions.class,
                CheckDraft.class,
                ColumnChange.class,
                ColumnComment.class,
                ColumnDraft.class,
                ColumnOptions.class,
                ColumnReference.class,
                Columns.class,
                ColumnTypes.class,
                ConstraintKinds.class,
                CreateIndexOptions.class,
                CreateOptions.class,
                DeclaredColumn.class,
                DropIndexOptions.class,
                DropOptions.class,
                ElementTypes.class,
                ExclusionDraft.class,
                ExclusionElements.class,
                ForeignKeyDraft.class,
                ForeignKeyOptions.class,
                ForeignKeyTarget.class,
                IndexKeys.class,
                NativeTypeChange.class,
                NumberColumn.class,
                NumberTypeChange.class,
                SequenceDraft.class,
                TableComment.class,
                TableDraft.class,
                TableOptions.class,
                TextColumn.class,
                TextOptions.class,
                TextTypeChange.class,
                TypeChange.class,
                UniqueDraft.class,
                ViewOptions.class
            })
    void everyOptionIsShown(Class<?> options) throws Exception {
        assertThat(namesOf(options))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Files.readString(EXAMPLES)).contains("." + name + "("));
    }

    private static List<String> namesOf(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .filter(name -> !name.equals("of") && !name.equals("key"))
                .distinct()
                .toList();
    }

    private String document() throws Exception {
        String examples = Files.readString(EXAMPLES);
        StringBuilder document = new StringBuilder(INTRODUCTION).append(contents(examples));
        Matcher part = PART.matcher(examples);
        while (part.find()) {
            document.append('\n');
            if (part.group(1) != null) {
                document.append(part.group(1)).append('\n');
                continue;
            }
            String java = part.group(5).stripIndent();
            document.append(
                    part.group(4).equals("Operations")
                            ? example(part.group(2), part.group(3), java)
                            : table(part.group(3), java));
        }
        return document.toString();
    }

    private static String contents(String examples) {
        return PART.matcher(examples)
                .results()
                .filter(part -> part.group(1) != null)
                .map(part -> part.group(1).substring("## ".length()))
                .map(title -> "- [" + title + "](#"
                        + title.toLowerCase(Locale.ROOT).replace(",", "").replace(' ', '-') + ")\n")
                .collect(Collectors.joining("", "\n", ""));
    }

    private String example(String javadoc, String method, String java) throws Exception {
        String introduction = javadoc.replaceAll("\\s*\\n\\s*\\* ?", " ").strip();
        return introduction + "\n\n" + block("java", java) + outcomes(directives(method)) + downgrade(method);
    }

    private static String block(String language, String text) {
        return "```" + language + "\n" + text + "\n```\n";
    }

    private static Directives directives(String method) {
        return op -> call(method, Operations.class, op);
    }

    private static <T> void call(String method, Class<T> type, T argument) throws Exception {
        try {
            DocumentedOperations.class.getDeclaredMethod(method, type).invoke(null, argument);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private String outcomes(Directives directives) throws Exception {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Dialect dialect : dialects) {
            names.computeIfAbsent(outcome(dialect, directives), outcome -> new ArrayList<>())
                    .add(dialect.name());
        }
        return names.entrySet().stream()
                .map(entry -> "\n" + String.join(", ", entry.getValue()) + ":" + entry.getKey())
                .collect(Collectors.joining());
    }

    private static String outcome(Dialect dialect, Directives directives) throws Exception {
        List<Operation> operations;
        try {
            operations = Rendered.operations(dialect, directives);
        } catch (NotRecordableException e) {
            return " `" + e.directive() + "` needs a live database, so this is known when it runs.\n";
        }
        try {
            List<SqlStatement> statements = Rendered.statements(dialect, op -> operations.forEach(op::apply));
            return statements.isEmpty()
                    ? " nothing.\n"
                    : "\n\n"
                            + block(
                                    "sql",
                                    statements.stream()
                                            .map(OperationsDocumentationTest::shown)
                                            .collect(Collectors.joining("\n")));
        } catch (NotRecordableException e) {
            return " reads the live table.\n";
        } catch (UnsupportedFeatureException e) {
            return " refused. " + e.getMessage() + "\n";
        }
    }

    private static String shown(SqlStatement statement) {
        String rows = statement.rows().stream().map(row -> "\n-- with " + row).collect(Collectors.joining());
        String how = statement.transactional() ? "" : " -- outside a transaction";
        String shown = statement.sql() + ";" + (statement.batches() == null ? how : " -- again and again") + rows;
        return Stream.of(
                        terminated(statement.settingStatements()),
                        Stream.of(shown),
                        terminated(statement.resettingStatements()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> terminated(List<String> statements) {
        return statements.stream().map(sql -> sql + ";");
    }

    private String downgrade(String method) throws Exception {
        List<Operation> operations;
        try {
            operations = Rendered.operations(dialects.get(0), directives(method));
        } catch (NotRecordableException e) {
            return "\nNo downgrade is derived.\n";
        }
        String advice = operations.stream()
                .filter(operation -> operation.inverse().isEmpty())
                .map(Operation::advice)
                .distinct()
                .collect(Collectors.joining(" "));
        return advice.isEmpty() ? "" : "\nNo downgrade is derived. " + advice + "\n";
    }

    private String table(String method, String java) throws Exception {
        String names = dialects.stream().map(Dialect::name).collect(Collectors.joining(" | "));
        StringBuilder rows = new StringBuilder("| | " + names + " |\n" + "| --- ".repeat(dialects.size() + 1) + "|\n");
        List<Column> columns = columns(method);
        List<String> lines = List.of(java.split("\n"));
        assertThat(lines).as("Each line declares a column").hasSameSizeAs(columns);
        for (int i = 0; i < lines.size(); i++) {
            Column column = columns.get(i);
            rows.append("| `").append(lines.get(i).replace(";", "")).append("` |");
            for (Dialect dialect : dialects) {
                rows.append(' ').append(cell(dialect, column)).append(" |");
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    private List<Column> columns(String method) throws Exception {
        Directives create = op -> op.createTable("t", t -> {
            try {
                call(method, TableDraft.class, t);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return ((Operation.CreateTable)
                        Rendered.operations(dialects.get(0), create).get(0))
                .table()
                .columns();
    }

    private static String cell(Dialect dialect, Column column) throws Exception {
        Table table = new Table("t", List.of(column), List.of());
        try {
            String sql = Rendered.sql(dialect, op -> op.apply(new Operation.CreateTable(table, false, null, null)))
                    .get(0);
            String definition = sql.substring(sql.indexOf(dialect.quote(column.name())), sql.lastIndexOf("\n)"));
            return "`" + definition.substring(definition.indexOf(' ') + 1).replace("|", "\\|") + "`";
        } catch (UnsupportedFeatureException e) {
            return "refused: " + e.getMessage();
        }
    }
}
