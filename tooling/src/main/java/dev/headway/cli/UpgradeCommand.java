package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.graph.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "upgrade", description = "Apply revisions.")
final class UpgradeCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            arity = "0..1",
            converter = IdentifierConverter.class,
            description = "The target: head (the default), heads, an id, +2, ledger@head; with --sql also from:to.")
    private String revision = "head";

    @Option(names = "--sql", description = "Print the SQL instead of running it, without a connection.")
    private boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "A value for migrations to read from the system property headway.tag.")
    private @Nullable String tag;

    UpgradeCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        TagProperty.set(tag);
        if (sql) {
            ScriptRange range = ScriptRange.of(revision, "base");
            root.script(root.script().upgrade(range.from(), range.to()), range);
            return;
        }
        ScriptRange.requireOne(revision);
        Migrator migrator = root.migrator();
        Plan plan = migrator.upgrade(revision);
        PlanReport.report(root, plan);
    }
}
