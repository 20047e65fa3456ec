package dev.headway.cli;

import dev.headway.Migrator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "Mark the interrupted statement of a revision as executed.")
final class ResumeCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            arity = "0..1",
            description = "The revision, or the beginning of its id; required if several are in doubt.")
    private @Nullable String revision;

    ResumeCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        Migrator migrator = root.migrator();
        String resolved = revision == null ? migrator.resume() : migrator.resume(revision);
        if (root.json()) {
            root.printJson(Map.of("revision", resolved));
        } else {
            root.report("The interrupted statement of " + resolved
                    + " is marked as executed. The next upgrade or downgrade resumes after it.");
        }
    }
}
