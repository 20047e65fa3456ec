package dev.headway.cli;

import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "check", description = "Fail if the database has not every revision applied.")
final class CheckCommand implements Runnable {
    private final Root root;

    CheckCommand(Root root) {
        this.root = root;
    }

    @Override
    public void run() {
        root.requireUpToDate(root.migrator());
        if (root.json()) {
            root.answer(Map.of("upToDate", true));
        } else {
            root.tell("The database is up to date.");
        }
    }
}
