package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.error.CommandException;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "stamp", description = "Set the current revisions of the database without running anything.")
final class StampCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            arity = "1..*",
            converter = IdentifierConverter.class,
            description = "The revisions: head, heads, base, ids; with --sql also from:to.")
    private List<String> revisions = new ArrayList<>();

    @Option(names = "--purge", description = "First remove all applied revisions, including unknown ones.")
    private boolean purge;

    @Option(names = "--sql", description = "Print the SQL instead of running it, without a connection.")
    private boolean sql;

    StampCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        if (sql) {
            print();
            return;
        }
        Migrator migrator = root.migrator();
        String[] targets = revisions.toArray(String[]::new);
        List<RevisionInfo> current = purge ? migrator.purgeAndStamp(targets) : migrator.stamp(targets);
        RevisionLines lines = root.lines(migrator);
        if (root.json()) {
            root.printJson(current.stream().map(lines::json).toList());
            return;
        }
        root.report(current.isEmpty() ? "The database is at base now." : "The database is now at:");
        current.forEach(revision -> root.report(lines.onePlace(revision)));
    }

    private void print() {
        if (purge) {
            throw new CommandException(
                    "stamp --purge reads the database, which --sql does not. Nothing was printed. Begin"
                            + " the script with DELETE FROM headway_revision, and stamp from base.");
        }
        ScriptRange first = ScriptRange.of(revisions.get(0), "base");
        String[] targets = revisions.toArray(String[]::new);
        targets[0] = first.to();
        root.out().print(root.script().stamp(first.from(), targets));
    }
}
