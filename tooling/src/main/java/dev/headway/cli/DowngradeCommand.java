package dev.headway.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "downgrade", description = "Take revisions back.")
final class DowngradeCommand implements Runnable {
    private final Root root;

    @Parameters(
            paramLabel = "REVISION",
            converter = Identifier.class,
            description = "Where to go, which stays: base, an id, -1, ledger@base; with --sql from:to.")
    private String revision = "";

    @Option(names = "--sql", description = "Print the SQL instead of running it; no database is asked.")
    private boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "A word for migrations to read: the property headway.tag.")
    private @Nullable String tag;

    DowngradeCommand(Root root) {
        this.root = root;
    }

    @Override
    public void run() {
        Tag.set(tag);
        if (sql) {
            FromTo range = FromTo.of(revision, null);
            root.script(root.script().downgrade(range.from(), range.to()), range);
        } else {
            FromTo.requireOne(revision);
            Ran.tell(root, root.migrator().downgrade(revision));
        }
    }
}
