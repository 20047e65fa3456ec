package dev.headway.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "downgrade", description = "Revert revisions.")
final class DowngradeCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            converter = IdentifierConverter.class,
            description = "The target, which stays applied: base, an id, -1, ledger@base; with --sql from:to.")
    private String revision = "";

    @Option(names = "--sql", description = "Print the SQL instead of running it, without a connection.")
    private boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "A value for migrations to read from the system property headway.tag.")
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
            PlanReport.report(root, root.migrator().downgrade(revision));
        }
    }
}
