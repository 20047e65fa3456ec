package dev.headway.internal.engine.script;

import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.error.HeadwayException;
import dev.headway.error.NotScriptableException;
import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.HeadwayTable;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.journal.RevisionTable;
import dev.headway.internal.engine.step.UnknownSchema;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.schema.Table;
import dev.headway.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes plans as SQL scripts, for databases that Headway cannot connect to. */
public final class ScriptGenerator {
    private static final String BASE = "base";

    private final Dialect dialect;
    private final RevisionGraph graph;
    private final Function<Step, Directives> migrations;
    private final Consumer<RevisionInfo> secret;

    /**
     * Creates a generator that gets the directives of a step from {@code migrations}, and passes each revision whose statements
     * contain a secret to {@code secret}.
     */
    public ScriptGenerator(
            Dialect dialect,
            RevisionGraph graph,
            Function<Step, Directives> migrations,
            Consumer<RevisionInfo> secret) {
        this.secret = secret;
        this.dialect = dialect;
        this.graph = graph;
        this.migrations = migrations;
    }

    /**
     * Returns the script that migrates a database to {@code to}, if {@code from} and all its ancestors are applied.
     *
     * @throws HeadwayException if a revision cannot be written as a script
     */
    public String script(Direction direction, String from, String to) {
        Set<String> applied = applied(from);
        Plan plan = direction == Direction.UPGRADE ? graph.upgrade(applied, to) : graph.downgrade(applied, to);
        List<String> paragraphs = new ArrayList<>();
        if (applied.isEmpty() && !plan.isEmpty()) {
            paragraphs.add(block("-- Headway's own tables", ownTables(), true));
        }
        plan.steps().forEach(step -> paragraphs.add(paragraph(step)));
        return String.join("", paragraphs);
    }

    /**
     * Returns the script that marks {@code targets} and their ancestors as applied, if {@code from} and its ancestors are.
     */
    public String stamp(String from, String... targets) {
        Set<String> applied = applied(from);
        Set<String> after = graph.stamp(applied, targets);
        List<String> statements = new ArrayList<>(applied.isEmpty() ? ownTables() : List.of());
        for (RevisionInfo revision : graph.revisions()) {
            boolean before = applied.contains(revision.id());
            if (before != after.contains(revision.id())) {
                statements.addAll(record(new Step(revision, before ? Direction.DOWNGRADE : Direction.UPGRADE)));
            }
        }
        return block("-- Stamping " + String.join(", ", targets), statements, true);
    }

    private Set<String> applied(String from) {
        Set<String> applied = new LinkedHashSet<>();
        if (!from.equals(BASE)) {
            graph.upgrade(Set.of(), from)
                    .steps()
                    .forEach(step -> applied.add(step.revision().id()));
        }
        return applied;
    }

    /** The statements use IF NOT EXISTS, because a database that was downgraded to its base has the tables. */
    private List<String> ownTables() {
        List<String> statements = new ArrayList<>();
        for (Table table : List.of(RevisionTable.DEFINITION, LogTable.DEFINITION)) {
            dialect.render(HeadwayTable.definition(table, dialect), UnknownSchema.UNKNOWN).stream()
                    .map(SqlStatement::sql)
                    .forEach(statements::add);
        }
        return statements;
    }

    private String paragraph(Step step) {
        RevisionInfo revision = step.revision();
        ScriptSink sink = new ScriptSink(dialect, revision);
        try {
            Operations.perform(revision, migrations.apply(step), sink);
        } catch (HeadwayException e) {
            throw e;
        } catch (Exception e) {
            throw new NotScriptableException(revision.id(), revision.describe(), e);
        }
        if (sink.containsSecret()) {
            secret.accept(revision);
        }
        List<String> statements = new ArrayList<>(sink.statements());
        statements.addAll(record(step));
        return block(title(step), statements, sink.transactional());
    }

    /** A database may still have the rows of the revisions that a squash replaces. */
    private List<String> record(Step step) {
        List<String> statements = new ArrayList<>();
        if (step.direction() == Direction.DOWNGRADE) {
            graph.contents(step.revision()).forEach(id -> statements.add(RevisionTable.removeStatement(id, dialect)));
        }
        statements.add(RevisionTable.recordStatement(step, dialect));
        return statements;
    }

    private static String title(Step step) {
        RevisionInfo revision = step.revision();
        String parents = revision.down().isEmpty() ? BASE : String.join(", ", revision.down());
        boolean up = step.direction() == Direction.UPGRADE;
        return "-- Running " + (up ? "upgrade " : "downgrade ")
                + (up ? parents + " -> " + revision.id() : revision.id() + " -> " + parents)
                + ", " + revision.message().replaceAll("\\s+", " ");
    }

    private String block(String title, List<String> statements, boolean transactional) {
        boolean inTransaction = transactional && dialect.transactionalDdl();
        StringBuilder block = new StringBuilder(title).append("\n\n");
        block.append(inTransaction ? "BEGIN;\n\n" : "");
        for (String statement : statements) {
            block.append(SqlText.of(statement, dialect.syntax()).terminated()).append("\n\n");
        }
        return block.append(inTransaction ? "COMMIT;\n\n" : "").toString();
    }
}
