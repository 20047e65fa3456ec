package dev.headway.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "downgrade", description = "Take revisions back.")
final class DowngradeCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            converter = IdentifierConverter.class,
            description = "Where to go, which stays: base, an id, -1, ledger@base; with --sql from:to.")
    private String revision = "";

    @Option(names = "--sql", description = "Print the SQL instead of running it; no database is asked.")
    private boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "A word for migrations to read: the property headway.tag.")
    private @Nullable String tag;

    DowngradeCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        TagProperty.set(tag);
        if (sql) {
            ScriptRange range = ScriptRange.of(revision, null);
            root.script(root.script().downgrade(range.from(), range.to()), range);
        } else {
            ScriptRange.requireOne(revision);
            PlanReport.tell(root, root.migrator().downgrade(revision));
        }
    }
}
