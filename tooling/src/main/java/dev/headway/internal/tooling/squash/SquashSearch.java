package dev.headway.internal.tooling.squash;

import com.palantir.javapoet.CodeBlock;
import dev.headway.error.CommandException;
import dev.headway.internal.tooling.autogenerate.Comparison;
import dev.headway.internal.tooling.autogenerate.DifferenceLines;
import dev.headway.internal.tooling.autogenerate.SchemaSettler;
import dev.headway.internal.tooling.diff.Rename;
import dev.headway.internal.tooling.diff.SchemaDiff;
import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.internal.tooling.squash.Squash.Squashed;
import dev.headway.op.Operation;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Searches the replacement of a range over one connection. */
final class SquashSearch {
    /** The clock of a database may count in seconds. */
    private static final long UNTIL_CLOCKS_DIFFER = 1_100;

    private final Squash squash;
    private final ConnectedDatabase connected;
    private final RangeReplay replay;
    private final SchemaDiff diff;
    private final SchemaSettler settler;

    SquashSearch(Squash squash, ConnectedDatabase connected) {
        this.squash = squash;
        this.connected = connected;
        this.replay = new RangeReplay(squash.migrator(), connected, squash.range(), squash.rowsByHand());
        this.diff = new SchemaDiff(connected.database());
        this.settler = new SchemaSettler(connected, List.of(), diff);
    }

    Squashed find() throws SQLException {
        RangeReplay.Outcome outcome = replay.ofRevisions();
        ScratchContent before = outcome.before();
        ScratchContent after = outcome.after();
        Comparison comparison = compared(outcome);
        List<Operation> upgrade = new ArrayList<>(outcome.extensions());
        upgrade.addAll(comparison.found().upgrade());
        ScratchContent kept =
                before.rows().isEmpty() ? before : replay.of(List.of(upgrade)).get(0);
        RowPlan rows = new RowPlan(connected.database(), before, after, again(after), kept, lasting(outcome));
        requireRows(rows.refused());
        requireRows(tablesWithSecrets(outcome));
        upgrade.addAll(rows.inserts());
        List<Operation> downgrade = new ArrayList<>(rows.deletes());
        downgrade.addAll(comparison.found().downgrade());

        List<ScratchContent> tried = replay.of(List.of(upgrade, downgrade));
        requireSame("upgrade", tried.get(0).schema(), after.schema());
        requireSame("downgrade", tried.get(1).schema(), before.schema());
        requireRows(rows.differing(tried.get(0)).stream()
                .collect(Collectors.toMap(table -> table, table -> "its rows do not read back as they were written")));
        List<Omission> omissions = new ArrayList<>(outcome.omissions());
        omissions.addAll(
                new OtherDatabaseCheck(squash.migrator(), connected.database().type())
                        .omissions(squash.range().members()));
        List<Rename> likelyRenames = comparison.found().likelyRenames();
        Comparison whole = new Comparison(
                diff, comparison.from(), comparison.to(), new SchemaDiff.Result(upgrade, downgrade, likelyRenames));
        return new Squashed(
                commented(whole.body(), omissions), omissions, likelyRenames, notRestored(before, tried.get(1)));
    }

    /** Returns the content after the range when its revisions run another time, which shows what differs from run to run. */
    private ScratchContent again(ScratchContent after) throws SQLException {
        if (after.rows().isEmpty()) {
            return after;
        }
        try {
            Thread.sleep(UNTIL_CLOCKS_DIFFER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("The command was interrupted. Nothing was written.");
        }
        return replay.ofRevisions().after();
    }

    private Comparison compared(RangeReplay.Outcome outcome) throws SQLException {
        List<Rename> all = new ArrayList<>(outcome.renames());
        all.addAll(squash.renames());
        Schema from = settler.settle(outcome.before().schema());
        Schema to = settler.settle(outcome.after().schema());
        return new Comparison(diff, from, to, diff.between(from, to, all));
    }

    private void requireSame(String direction, Schema found, Schema wanted) throws SQLException {
        SchemaDiff.Result left = diff.between(found, wanted);
        if (!left.isEmpty()) {
            left = diff.between(settler.settle(found), settler.settle(wanted));
        }
        if (!left.isEmpty()) {
            throw new CommandException("The " + direction + " that was found for the range leaves differences: "
                    + left.upgrade().stream().flatMap(DifferenceLines::of).collect(Collectors.joining("; "))
                    + ". Nothing was written. Squash a smaller range, or write the revision by hand, with replaces.");
        }
    }

    private static Map<String, String> tablesWithSecrets(RangeReplay.Outcome outcome) {
        return outcome.after().rows().keySet().stream()
                .filter(table -> outcome.after().rowsOf(table).contain(outcome.secrets()))
                .sorted()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> "it has a value of a statement that is marked as secret",
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static void requireRows(Map<String, String> refused) {
        if (!refused.isEmpty()) {
            throw new CommandException("The range leaves rows that a squash cannot insert: "
                    + refused.entrySet().stream()
                            .map(each -> each.getKey() + ", since " + each.getValue())
                            .collect(Collectors.joining("; "))
                    + ". Nothing was written. Use --rows-by-hand="
                    + String.join(" --rows-by-hand=", refused.keySet())
                    + " and write into the squash what they need, or squash another range.");
        }
    }

    private static Set<String> lasting(RangeReplay.Outcome outcome) {
        Set<String> lasting =
                outcome.before().schema().tables().stream().map(Table::name).collect(Collectors.toSet());
        outcome.renames().stream().filter(rename -> rename.table() == null).forEach(rename -> lasting.add(rename.to()));
        return lasting;
    }

    private static List<String> notRestored(ScratchContent before, ScratchContent after) {
        return before.rows().keySet().stream()
                .filter(table -> before.rowsOf(table).rows().size()
                        != after.rowsOf(table).rows().size())
                .toList();
    }

    /** Omissions are listed in the class too, where they stay. */
    private NewRevision.Body commented(NewRevision.Body body, List<Omission> omissions) {
        CodeBlock.Builder comments = CodeBlock.builder();
        omissions.stream()
                .filter(each -> !squash.range().beginsTheHistory() || each.reason() != Omission.Reason.ROWS)
                .forEach(each -> comments.add("// $L\n", each.line().replace("\\u", "\\\\u")));
        squash.rowsByHand().stream().sorted().forEach(table -> comments.add("// Insert the rows of $L here.\n", table));
        return new NewRevision.Body(comments.add(body.upgrade()).build(), body.downgrade());
    }
}
