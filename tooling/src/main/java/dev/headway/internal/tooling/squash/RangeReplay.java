package dev.headway.internal.tooling.squash;

import dev.headway.Migrator;
import dev.headway.error.CommandException;
import dev.headway.error.HeadwayException;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.diff.Rename;
import dev.headway.internal.tooling.project.SquashRange;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.op.Operation;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.Sink;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs the revisions of a range, or operations that are to replace them, in scratch schemas. */
final class RangeReplay {
    private final Migrator migrator;
    private final ConnectedDatabase connected;
    private final SquashRange range;
    private final Set<String> withoutRows;

    RangeReplay(Migrator migrator, ConnectedDatabase connected, SquashRange range, Set<String> withoutRows) {
        this.migrator = migrator;
        this.connected = connected;
        this.range = range;
        this.withoutRows = Set.copyOf(withoutRows);
    }

    /**
     * What the revisions of the range do.
     *
     * @param before the content before the range
     * @param after the content after the range
     * @param renames the tables and columns that directives renamed
     * @param extensions the extensions that directives create
     * @param omissions the actions that the contents do not show
     */
    record Outcome(
            ScratchContent before,
            ScratchContent after,
            List<Rename> renames,
            List<CreateExtension> extensions,
            List<Omission> omissions,
            List<String> secrets) {}

    /** Something that runs in a scratch schema after the revisions before the range. */
    private interface Work<T> {
        T in(ReplaySink scratch) throws Exception;
    }

    Outcome ofRevisions() throws SQLException {
        return run(scratch -> {
            ScratchContent before = read(scratch);
            RenameTracker tracker = new RenameTracker(before.schema());
            List<CreateExtension> extensions = new ArrayList<>();
            List<Omission> omissions = new ArrayList<>();
            List<String> secrets = new ArrayList<>();
            for (RevisionInfo member : range.members()) {
                ObservingSink observer = new ObservingSink(member, scratch, tracker, extensions);
                replay(member, observer);
                omissions.addAll(observer.omissions());
                secrets.addAll(observer.secrets());
            }
            ScratchContent after = read(scratch);
            return new Outcome(before, after, tracker.renames(after.schema()), extensions, omissions, secrets);
        });
    }

    /**
     * Returns the content after each of several lists of operations, which run one after another.
     *
     * @throws CommandException if an operation fails
     */
    List<ScratchContent> of(List<List<Operation>> lists) throws SQLException {
        return run(scratch -> {
            List<ScratchContent> contents = new ArrayList<>();
            for (List<Operation> operations : lists) {
                runAll(operations, scratch);
                contents.add(read(scratch));
            }
            return contents;
        });
    }

    private static void runAll(List<Operation> operations, Sink scratch) {
        try {
            operations.forEach(scratch::accept);
        } catch (HeadwayException e) {
            throw e;
        } catch (RuntimeException e) {
            throw refused(
                    e,
                    "The operations that were found for the range fail in a scratch schema: " + e.getMessage()
                            + "\nNothing was written. Squash a smaller range, or write the revision by hand, with"
                            + " replaces.");
        }
    }

    private ScratchContent read(ReplaySink scratch) throws SQLException {
        return ScratchContent.of(scratch.connected(), withoutRows);
    }

    private void replay(RevisionInfo revision, Sink sink) {
        try {
            migrator.replay(revision, sink);
        } catch (Exception e) {
            throw refused(
                    e,
                    "Revision " + revision.describe() + " cannot be run in a scratch schema: " + e.getMessage()
                            + " Nothing was written. Squash a range that neither contains nor follows it.");
        }
    }

    private static CommandException refused(Exception cause, String message) {
        CommandException refused = new CommandException(message);
        refused.addSuppressed(cause);
        return refused;
    }

    private <T> T run(Work<T> work) throws SQLException {
        try {
            return connected.inScratch(List.of(), handle -> {
                ReplaySink scratch = new ReplaySink(new ConnectedDatabase(handle, connected.database()));
                range.before().forEach(revision -> replay(revision, scratch));
                return work.in(scratch);
            });
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
