package dev.headway.cli;

import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "resume", description = "Mark the interrupted statement of a revision as executed.")
final class ResumeCommand implements Runnable {
    private final RootCommand root;

    ResumeCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        String revision = root.migrator().resume();
        if (root.json()) {
            root.printJson(Map.of("revision", revision));
        } else {
            root.report(
                    "The statement at which " + revision + " stopped counts as done. Next: upgrade resumes after it.");
        }
    }
}
