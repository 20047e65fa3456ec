package dev.headway.internal.tooling.squash;

import dev.headway.Migrator;
import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.squash.Omission.Reason;
import dev.headway.op.Operation;
import dev.headway.op.RecordingSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds revisions that run other operations on other databases than on the one on which they are compared. */
final class OtherDatabaseCheck {
    private final Migrator migrator;
    private final DatabaseType compared;

    OtherDatabaseCheck(Migrator migrator, DatabaseType compared) {
        this.migrator = migrator;
        this.compared = compared;
    }

    /** Returns an omission for each; none for a revision whose operations differ from run to run, or contain bytes, which are never equal. */
    List<Omission> omissions(List<RevisionInfo> revisions) {
        List<Omission> omissions = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            Optional<List<Operation>> here = operations(revision, compared)
                    .filter(operations -> operations(revision, compared).equals(Optional.of(operations)));
            List<String> others = Databases.all().stream()
                    .filter(other ->
                            here.isPresent() && !operations(revision, other).equals(here))
                    .map(other -> other.database().name())
                    .toList();
            if (!others.isEmpty()) {
                omissions.add(new Omission(
                        revision, "its directives for " + String.join(", ", others) + " alone", Reason.OTHER_DATABASE));
            }
        }
        return omissions;
    }

    /** Returns the operations of a revision on a database; empty if they depend on a connection. */
    private Optional<List<Operation>> operations(RevisionInfo revision, DatabaseType database) {
        RecordingSink sink = new RecordingSink(
                database.database(), database.dialect(Version.LATEST).syntax());
        try {
            migrator.replay(revision, sink);
            return Optional.of(sink.operations());
        } catch (Exception notRecordable) {
            return Optional.empty();
        }
    }
}
