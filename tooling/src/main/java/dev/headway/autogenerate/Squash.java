package dev.headway.autogenerate;

import com.palantir.javapoet.CodeBlock;
import dev.headway.Migrator;
import dev.headway.database.Databases;
import dev.headway.database.Dialect;
import dev.headway.diff.Rename;
import dev.headway.diff.SchemaDiff;
import dev.headway.diff.SchemaDiff.Found;
import dev.headway.error.ConfigurationException;
import dev.headway.error.HeadwayException;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.project.NewRevision;
import dev.headway.project.SquashRange;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Finds what one revision must do to stand for a range of them: what separates two readings of a scratch place, before the range
 * and behind it, the rows included. What is found is run there and back before anybody gets it.
 */
public final class Squash {
    /** Clocks of databases may count in seconds. */
    private static final long UNTIL_CLOCKS_DIFFER = 1_100;

    private final Migrator migrator;
    private final SquashRange range;
    private final Set<String> rowsByHand;
    private final List<Rename> renames;

    /**
     * Squashes a range.
     *
     * @param migrator has the revisions, compiled, and the kind of database
     * @param rowsByHand tables whose rows somebody will insert by hand
     * @param renames what has another name behind the range, where raw SQL gave it that
     */
    public Squash(Migrator migrator, SquashRange range, Set<String> rowsByHand, List<Rename> renames) {
        this.migrator = migrator;
        this.range = range;
        this.rowsByHand = Set.copyOf(rowsByHand);
        this.renames = List.copyOf(renames);
    }

    /**
     * What stands for a range.
     *
     * @param body the statements
     * @param leftOut what revisions of the range do, and this does not
     * @param likelyRenames columns that are dropped and added, and may have been renamed by raw SQL
     * @param notRestored tables whose rows the way back does not bring back
     */
    public record Squashed(
            NewRevision.Body body, List<LeftOut> leftOut, List<Rename> likelyRenames, List<String> notRestored) {}

    /**
     * Returns what stands for the range.
     *
     * @throws ConfigurationException if nothing that stands for it was found
     */
    public Squashed find() {
        return migrator.ask(this::find);
    }

    private Squashed find(Handle handle) throws SQLException {
        Replay replay = new Replay(migrator, handle, range, rowsByHand);
        Replay.Outcome outcome = replay.ofRevisions();
        Snapshot again = outcome.after();
        if (!outcome.after().rows().isEmpty()) {
            pause();
            again = replay.ofRevisions().after();
        }
        Dialect dialect = Databases.detect(handle.getConnection()).dialect();
        Comparison comparison = compared(handle, dialect, outcome);
        List<Operation> upgrade = new ArrayList<>(outcome.extensions());
        upgrade.addAll(comparison.found().upgrade());
        Snapshot there = outcome.before().rows().isEmpty()
                ? outcome.before()
                : tried(replay, List.of(upgrade)).get(0);
        RowPlan rows = new RowPlan(dialect, outcome.before(), outcome.after(), again, there, lasting(outcome));
        requireRows(rows.refused());
        upgrade.addAll(rows.inserts());
        List<Operation> downgrade = new ArrayList<>(rows.deletes());
        downgrade.addAll(comparison.found().downgrade());

        List<Snapshot> readings = tried(replay, List.of(upgrade, downgrade));
        requireSame(
                handle,
                dialect.database(),
                "there",
                readings.get(0).schema(),
                outcome.after().schema());
        requireSame(
                handle,
                dialect.database(),
                "back",
                readings.get(1).schema(),
                outcome.before().schema());
        requireRows(rows.differing(readings.get(0)).stream()
                .collect(Collectors.toMap(table -> table, table -> "its rows do not read back as they were written")));
        List<LeftOut> leftOut = new ArrayList<>(outcome.notes());
        leftOut.addAll(new OtherDatabases(migrator, dialect.database()).notes(range.members()));
        Comparison whole = new Comparison(
                dialect.database(),
                comparison.from(),
                comparison.to(),
                new Found(upgrade, downgrade, comparison.found().likelyRenames()));
        return new Squashed(
                commented(whole.body(), leftOut),
                leftOut,
                comparison.found().likelyRenames(),
                notRestored(outcome.before(), readings.get(1)));
    }

    private static void pause() {
        try {
            Thread.sleep(UNTIL_CLOCKS_DIFFER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfigurationException("Interrupted. Nothing was written.");
        }
    }

    private Comparison compared(Handle handle, Dialect dialect, Replay.Outcome outcome) throws SQLException {
        SchemaDiff diff = new SchemaDiff(dialect.database());
        List<Rename> all = new ArrayList<>(outcome.renames());
        all.addAll(renames);
        Schema from = settled(handle, diff, outcome.before().schema());
        Schema to = settled(handle, diff, outcome.after().schema());
        return new Comparison(dialect.database(), from, to, diff.between(from, to, all));
    }

    private static Schema settled(Handle handle, SchemaDiff diff, Schema schema) throws SQLException {
        return diff.database().equals(Database.POSTGRESQL) ? Comparer.settled(handle, List.of(), diff, schema) : schema;
    }

    private static List<Snapshot> tried(Replay replay, List<List<Operation>> operations) throws SQLException {
        try {
            return replay.of(operations);
        } catch (HeadwayException e) {
            throw e;
        } catch (RuntimeException e) {
            ConfigurationException refused =
                    new ConfigurationException("What was found for the range does not run in a scratch place: "
                            + e.getMessage() + "\nNothing was written. Squash a smaller range, or write the revision"
                            + " by hand, with replaces.");
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private static void requireSame(Handle handle, Database database, String way, Schema found, Schema wanted)
            throws SQLException {
        SchemaDiff diff = new SchemaDiff(database);
        Found left = diff.between(found, wanted);
        if (!left.isNothing()) {
            left = diff.between(settled(handle, diff, found), settled(handle, diff, wanted));
        }
        if (!left.isNothing()) {
            throw new ConfigurationException(
                    "What was found for the range does not lead " + way + ". Nothing was written. It leaves: "
                            + left.upgrade().stream().flatMap(Difference::lines).collect(Collectors.joining("; "))
                            + ". Squash a smaller range, or write the revision by hand, with replaces.");
        }
    }

    private static void requireRows(Map<String, String> refused) {
        if (!refused.isEmpty()) {
            throw new ConfigurationException("The range leaves rows that a squash cannot insert: "
                    + refused.entrySet().stream()
                            .map(each -> each.getKey() + ", since " + each.getValue())
                            .collect(Collectors.joining("; "))
                    + ". Nothing was written. Say --rows-by-hand="
                    + String.join(" --rows-by-hand=", refused.keySet())
                    + " and write into the squash what they need, or squash another range.");
        }
    }

    private static Set<String> lasting(Replay.Outcome outcome) {
        Set<String> lasting =
                outcome.before().schema().tables().stream().map(Table::name).collect(Collectors.toSet());
        outcome.renames().stream().filter(rename -> rename.table() == null).forEach(rename -> lasting.add(rename.to()));
        return lasting;
    }

    private static List<String> notRestored(Snapshot before, Snapshot after) {
        return before.rows().keySet().stream()
                .filter(table -> before.rowsOf(table).rows().size()
                        != after.rowsOf(table).rows().size())
                .toList();
    }

    /** What has to be looked at by hand is told in the class too, where it stays. */
    private NewRevision.Body commented(NewRevision.Body body, List<LeftOut> leftOut) {
        CodeBlock.Builder comments = CodeBlock.builder();
        leftOut.stream()
                .filter(each -> !range.beginsTheHistory() || each.why() != LeftOut.Why.ROWS)
                .forEach(each -> comments.add("// $L\n", each.line().replace("\\u", "\\\\u")));
        rowsByHand.stream().sorted().forEach(table -> comments.add("// Insert the rows of $L here.\n", table));
        return new NewRevision.Body(comments.add(body.upgrade()).build(), body.downgrade());
    }
}
