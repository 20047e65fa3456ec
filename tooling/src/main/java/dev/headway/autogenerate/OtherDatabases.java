package dev.headway.autogenerate;

import dev.headway.Migrator;
import dev.headway.autogenerate.LeftOut.Why;
import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.RecordingSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells which revisions say something else to other databases than to the one on which they were compared. */
final class OtherDatabases {
    private final Migrator migrator;
    private final Database database;

    OtherDatabases(Migrator migrator, Database database) {
        this.migrator = migrator;
        this.database = database;
    }

    /** Returns a note for each; none for one that says something else each time, or has bytes, which are never equal. */
    List<LeftOut> notes(List<RevisionInfo> revisions) {
        List<LeftOut> notes = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            Optional<List<Operation>> here = said(revision, database)
                    .filter(said -> said(revision, database).equals(Optional.of(said)));
            List<String> others = Databases.all().stream()
                    .map(DatabaseType::database)
                    .filter(other -> here.isPresent() && !said(revision, other).equals(here))
                    .map(Database::name)
                    .toList();
            if (!others.isEmpty()) {
                notes.add(new LeftOut(
                        revision,
                        "what it says to " + others.stream().collect(Collectors.joining(", ")) + " alone",
                        Why.OTHER_DATABASE));
            }
        }
        return notes;
    }

    /** Returns what a revision says; nothing where it must be connected to say it. */
    private Optional<List<Operation>> said(RevisionInfo revision, Database to) {
        RecordingSink sink =
                new RecordingSink(to, Databases.of(to).dialect(Version.LATEST).syntax());
        try {
            migrator.replay(revision, sink);
            return Optional.of(sink.operations());
        } catch (Exception notRecordable) {
            return Optional.empty();
        }
    }
}
