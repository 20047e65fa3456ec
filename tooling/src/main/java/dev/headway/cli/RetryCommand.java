package dev.headway.cli;

import dev.headway.Migrator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "retry", description = "Mark the interrupted statement of a revision as not executed.")
final class RetryCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            arity = "0..1",
            description = "The revision, or the beginning of its id; required if several are in doubt.")
    private @Nullable String revision;

    RetryCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        Migrator migrator = root.migrator();
        String resolved = revision == null ? migrator.retry() : migrator.retry(revision);
        if (root.json()) {
            root.printJson(Map.of("revision", resolved));
        } else {
            root.report("The interrupted statement of " + resolved
                    + " is marked as not executed. The next upgrade or downgrade resumes with it.");
        }
    }
}
