package dev.headway.autogenerate;

import dev.headway.Migrator;
import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.diff.Rename;
import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operation;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.Sink;
import dev.headway.project.SquashRange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Runs revisions, and what is to stand for them, in scratch places beside a database. */
final class Replay {
    private final Migrator migrator;
    private final Handle handle;
    private final SquashRange range;
    private final Set<String> withoutRows;

    Replay(Migrator migrator, Handle handle, SquashRange range, Set<String> withoutRows) {
        this.migrator = migrator;
        this.handle = handle;
        this.range = range;
        this.withoutRows = Set.copyOf(withoutRows);
    }

    /**
     * What the revisions of the range do.
     *
     * @param before what was there before
     * @param after what is there afterwards
     * @param renames what has another name then, as far as directives told so
     * @param extensions what they install
     * @param notes what comparing does not tell of
     */
    record Outcome(
            Snapshot before,
            Snapshot after,
            List<Rename> renames,
            List<CreateExtension> extensions,
            List<LeftOut> notes) {}

    /** Something that is done in a scratch place where what comes before the range is. */
    private interface Work {
        void in(ReplaySink place) throws Exception;
    }

    Outcome ofRevisions() throws SQLException {
        List<Outcome> outcome = new ArrayList<>();
        build(place -> {
            Snapshot before = read(place);
            RenameTrail trail = new RenameTrail(before.schema());
            List<CreateExtension> extensions = new ArrayList<>();
            List<LeftOut> notes = new ArrayList<>();
            for (RevisionInfo member : range.members()) {
                Observer observer = new Observer(member, place, trail, extensions);
                replay(member, observer);
                notes.addAll(observer.notes());
            }
            Snapshot after = read(place);
            outcome.add(new Outcome(before, after, trail.renames(after.schema()), extensions, notes));
        });
        return outcome.get(0);
    }

    /**
     * Returns what is there after each of several lists of operations, one run behind the other.
     *
     * @throws ConfigurationException if one of them cannot be run
     */
    List<Snapshot> of(List<List<Operation>> all) throws SQLException {
        List<Snapshot> readings = new ArrayList<>();
        build(place -> {
            for (List<Operation> operations : all) {
                operations.forEach(place::accept);
                readings.add(read(place));
            }
        });
        return readings;
    }

    private Snapshot read(ReplaySink place) throws SQLException {
        return Snapshot.of(place.handle(), place.detected(), withoutRows);
    }

    private void replay(RevisionInfo revision, Sink sink) {
        try {
            migrator.replay(revision, sink);
        } catch (Exception e) {
            ConfigurationException refused = new ConfigurationException("Revision " + revision.describe()
                    + " cannot be run in a scratch place: " + e.getMessage()
                    + " Nothing was written. Squash a range without it, or one on which it does not stand.");
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private void build(Work work) throws SQLException {
        try {
            Scratch.beside(handle, List.of()).read(sink -> {
                DetectedDatabase dialect = Databases.detect(sink.handle().getConnection());
                ReplaySink place = new ReplaySink(sink.handle(), dialect);
                range.before().forEach(revision -> replay(revision, place));
                work.in(place);
            });
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
