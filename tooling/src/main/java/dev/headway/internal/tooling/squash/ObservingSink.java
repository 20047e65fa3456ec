package dev.headway.internal.tooling.squash;

import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.squash.Omission.Reason;
import dev.headway.op.CustomOperation;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.Autocommit;
import dev.headway.op.Operation.Backfill;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.Execute;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.DropExtension;
import dev.headway.op.SchemaObject.DropSchema;
import dev.headway.op.Sink;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Schema;
import dev.headway.sql.SecretLiterals;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Hands the operations of a revision on, and notes those whose effect a comparison of the schema before and after does not show. */
final class ObservingSink implements Sink {
    private static final Set<String> OF_ROWS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "COPY");

    private static final int SHORTEST_SECRET = 3;

    private final RevisionInfo revision;
    private final Sink sink;
    private final RenameTracker tracker;
    private final List<CreateExtension> extensions;
    private final List<Omission> omissions = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>();
    private boolean handled;

    ObservingSink(RevisionInfo revision, Sink sink, RenameTracker tracker, List<CreateExtension> extensions) {
        this.revision = revision;
        this.sink = sink;
        this.tracker = tracker;
        this.extensions = extensions;
    }

    List<Omission> omissions() {
        return List.copyOf(omissions);
    }

    /** Returns the values of statements that are marked as secret. Short ones are omitted, since they occur in other words. */
    List<String> secrets() {
        return secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .toList();
    }

    @Override
    public Database database() {
        return sink.database();
    }

    @Override
    public SqlSyntax syntax() {
        return sink.syntax();
    }

    @Override
    public void accept(Operation operation) {
        tracker.follow(operation);
        collectSecrets(operation);
        if (operation instanceof CreateExtension extension) {
            extensions.add(new CreateExtension(extension.name(), true));
        }
        if (operation instanceof Backfill || isOfRows(operation)) {
            omit(operation, Reason.ROWS);
        } else if (mayBeUnseen(operation)) {
            Schema before = sink.inspect().read();
            sink.accept(operation);
            if (sink.inspect().read().equals(before)) {
                omit(operation, Reason.NOT_COMPARED);
            }
            return;
        } else if (saysHow(operation)) {
            omit(operation, Reason.ONLY_RESULT);
        }
        sink.accept(operation);
    }

    private void collectSecrets(Operation operation) {
        if (operation instanceof Autocommit autocommit) {
            collectSecrets(autocommit.operation());
        } else if (operation instanceof Execute execute && execute.secret()) {
            secrets.addAll(SecretLiterals.strings(execute.sql()));
            execute.arguments().forEach(argument -> secrets.add(String.valueOf(argument)));
        }
    }

    private void omit(Operation operation, Reason reason) {
        omissions.add(new Omission(revision, operation.directive(), reason));
    }

    private boolean isOfRows(Operation operation) {
        if (operation instanceof Autocommit autocommit) {
            return isOfRows(autocommit.operation());
        }
        if (!(operation instanceof Execute execute)) {
            return false;
        }
        List<String> words = SqlText.of(execute.sql(), syntax()).words();
        return !words.isEmpty()
                && (OF_ROWS.contains(words.get(0))
                        || (words.get(0).equals("WITH") && words.stream().anyMatch(OF_ROWS::contains)));
    }

    private static boolean mayBeUnseen(Operation operation) {
        return operation instanceof Autocommit autocommit
                ? mayBeUnseen(autocommit.operation())
                : operation instanceof Execute
                        || operation instanceof CustomOperation
                        || operation instanceof CreateSchema
                        || operation instanceof DropSchema
                        || operation instanceof DropExtension;
    }

    private static boolean saysHow(Operation operation) {
        if (operation instanceof Autocommit autocommit) {
            return saysHow(autocommit.operation());
        } else if (operation instanceof AlterTable alter) {
            return alter.changes().stream().anyMatch(ObservingSink::saysHow);
        }
        return (operation instanceof AlterColumn alter && alter.using() != null)
                || (operation instanceof CreateIndex create && create.concurrently())
                || (operation instanceof DropIndex drop && drop.concurrently());
    }

    @Override
    public Handle handle() {
        if (!handled) {
            handled = true;
            omissions.add(new Omission(revision, "handle()", Reason.ROWS));
        }
        return sink.handle();
    }

    @Override
    public LiveSchema inspect() {
        return sink.inspect();
    }
}
