package dev.headway.internal.engine.script;

import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.error.NotRecordableException;
import dev.headway.error.NotScriptableException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.engine.step.UnknownSchema;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Sink;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the operations of one step as SQL without parameters. */
final class ScriptSink implements Sink {
    private static final String NEEDS_DATABASE = "it needs a live database.";

    private final Dialect dialect;
    private final DatabaseType type;
    private final RevisionInfo revision;
    private final List<String> statements = new ArrayList<>();
    private boolean transactional;
    private boolean sessionChanged;
    private boolean secret;

    ScriptSink(Dialect dialect, RevisionInfo revision) {
        this.dialect = dialect;
        this.type = Databases.of(dialect.database());
        this.revision = revision;
        this.transactional = revision.transactional();
    }

    @Override
    public Database database() {
        return dialect.database();
    }

    @Override
    public SqlSyntax syntax() {
        return dialect.syntax();
    }

    @Override
    public void accept(Operation operation) {
        for (SqlStatement statement : render(operation)) {
            if (statement.batches() != null) {
                throw refusal(operation.directive(), NEEDS_DATABASE);
            }
            transactional &= statement.transactional();
            sessionChanged |= statement.forSession();
            statements.addAll(statement.settingStatements());
            write(operation, statement);
            statements.addAll(statement.resettingStatements());
        }
    }

    private List<SqlStatement> render(Operation operation) {
        try {
            return dialect.render(operation, UnknownSchema.UNKNOWN);
        } catch (NotRecordableException e) {
            throw refusal(operation.directive(), NEEDS_DATABASE);
        } catch (UnsupportedFeatureException e) {
            throw new UnsupportedChangeException(
                    revision.id(), revision.describe(), operation.directive(), String.valueOf(e.getMessage()));
        }
    }

    private void write(Operation operation, SqlStatement statement) {
        int first = statements.size();
        if (statement.rows().isEmpty()) {
            statements.add(statement.sql());
        }
        SqlText text = SqlText.of(statement.sql(), syntax());
        for (List<@Nullable Object> row : statement.rows()) {
            try {
                statements.add(text.fill(row.stream().map(dialect::literal).toList()));
            } catch (IllegalArgumentException e) {
                String reason = statement.secret() ? "it cannot be written without parameters" : e.getMessage();
                throw refusal(operation.directive(), reason + ".");
            }
        }
        secret |= statement.secret();
        if (!secret && operation instanceof Operation.Execute) {
            secret = statements.subList(first, statements.size()).stream()
                    .anyMatch(sql -> !type.secrets(sql).isEmpty());
        }
    }

    /** Returns whether one of the statements is marked as secret, or contains a known secret. */
    boolean containsSecret() {
        return secret;
    }

    @Override
    public Handle handle() {
        throw refusal("handle()", NEEDS_DATABASE);
    }

    @Override
    public LiveSchema inspect() {
        throw refusal("inspect()", NEEDS_DATABASE);
    }

    private NotScriptableException refusal(String directive, String reason) {
        return new NotScriptableException(revision.id(), revision.describe(), directive, reason);
    }

    /** Returns the statements, without terminators. */
    List<String> statements() {
        List<String> all = new ArrayList<>(statements);
        if (sessionChanged) {
            all.addAll(dialect.resetTimeouts());
        }
        return all;
    }

    /** Returns whether the statements can run in one transaction. */
    boolean transactional() {
        return transactional;
    }
}
