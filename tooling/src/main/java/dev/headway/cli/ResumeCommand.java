package dev.headway.cli;

import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "resume", description = "Say that the statement is done at which a revision stopped.")
final class ResumeCommand implements Runnable {
    private final RootCommand root;

    ResumeCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        String revision = root.migrator().resume();
        if (root.json()) {
            root.answer(Map.of("revision", revision));
        } else {
            root.tell(
                    "The statement at which " + revision + " stopped counts as done. Next: upgrade goes on behind it.");
        }
    }
}
