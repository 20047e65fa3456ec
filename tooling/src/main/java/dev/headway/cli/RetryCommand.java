package dev.headway.cli;

import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "retry", description = "Mark the interrupted statement of a revision as not executed.")
final class RetryCommand implements Runnable {
    private final RootCommand root;

    RetryCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        String revision = root.migrator().retry();
        if (root.json()) {
            root.printJson(Map.of("revision", revision));
        } else {
            root.report("The statement at which " + revision
                    + " stopped counts as not done. Next: upgrade resumes with it.");
        }
    }
}
