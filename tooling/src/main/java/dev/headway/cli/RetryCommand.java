package dev.headway.cli;

import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "retry", description = "Say that the statement is not done at which a revision stopped.")
final class RetryCommand implements Runnable {
    private final RootCommand root;

    RetryCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        String revision = root.migrator().retry();
        if (root.json()) {
            root.answer(Map.of("revision", revision));
        } else {
            root.tell("The statement at which " + revision
                    + " stopped counts as not done. Next: upgrade goes on with it.");
        }
    }
}
