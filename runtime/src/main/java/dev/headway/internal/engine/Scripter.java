package dev.headway.internal.engine;

import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.error.HeadwayException;
import dev.headway.error.NotScriptableException;
import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.op.Directives;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operations;
import dev.headway.schema.Table;
import dev.headway.sql.SqlText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes plans as scripts, for databases that are migrated by other means. */
public final class Scripter {
    private static final String BASE = "base";

    private final Dialect dialect;
    private final History history;
    private final Function<Step, Directives> migrations;

    /** Makes a scripter that gets what a step says from {@code migrations}. */
    public Scripter(Dialect dialect, History history, Function<Step, Directives> migrations) {
        this.dialect = dialect;
        this.history = history;
        this.migrations = migrations;
    }

    /**
     * Returns the script that brings a database, which has {@code from} and all that it requires applied, to {@code to}.
     *
     * @throws HeadwayException if a revision cannot be written as a script
     */
    public String script(Direction direction, String from, String to) {
        RevisionGraph graph = history.graph();
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
     * Returns the script that makes a database, which has {@code from} and all that it requires applied, count as being at
     * {@code targets}.
     */
    public String stamp(String from, String... targets) {
        RevisionGraph graph = history.graph();
        Set<String> applied = applied(from);
        Set<String> after = graph.stamp(applied, targets);
        List<String> statements = new ArrayList<>(applied.isEmpty() ? ownTables() : List.of());
        for (RevisionInfo revision : graph.revisions()) {
            boolean before = applied.contains(revision.id());
            if (before != after.contains(revision.id())) {
                Direction direction = before ? Direction.DOWNGRADE : Direction.UPGRADE;
                statements.add(HistoryTable.recordInScript(new Step(revision, direction), dialect));
            }
        }
        return block("-- Stamping " + String.join(", ", targets), statements, true);
    }

    private Set<String> applied(String from) {
        Set<String> applied = new LinkedHashSet<>();
        if (!from.equals(BASE)) {
            history.graph()
                    .upgrade(Set.of(), from)
                    .steps()
                    .forEach(step -> applied.add(step.revision().id()));
        }
        return applied;
    }

    /** A database that was brought down to its base before has them already. */
    private List<String> ownTables() {
        List<String> statements = new ArrayList<>();
        for (Table table : List.of(HistoryTable.DEFINITION, StepLog.DEFINITION)) {
            dialect.render(new CreateTable(table, true, null, null), UnknownSchema.UNKNOWN).stream()
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
        List<String> statements = new ArrayList<>(sink.statements());
        statements.add(HistoryTable.recordInScript(step, dialect));
        return block(title(step), statements, sink.transactional());
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
