package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.error.CommandException;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "stamp", description = "Say where the database is, without running anything.")
final class StampCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            arity = "1..*",
            converter = IdentifierConverter.class,
            description = "Where it is: head, heads, base, ids; with --sql also from:to.")
    private List<String> revisions = new ArrayList<>();

    @Option(names = "--purge", description = "Forget first all that counts as applied, be it known or not.")
    private boolean purge;

    @Option(names = "--sql", description = "Print the SQL instead of running it; no database is asked.")
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
            root.answer(current.stream().map(lines::answer).toList());
            return;
        }
        root.tell(current.isEmpty() ? "The database is at base now." : "The database is now at:");
        current.forEach(revision -> root.tell(lines.onePlace(revision)));
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
