package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

@Command(name = "check", description = "Fail if the code and the database do not agree.")
final class CheckCommand implements Callable<Integer> {
    private final Root root;

    CheckCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Migrator migrator = root.migrator();
        Root.requireRevisions(migrator);
        Verdict verdict = migrator.check();
        if (root.json()) {
            root.answer(Answer.of(verdict));
            return verdict.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        verdict.require();
        root.tell("The database is up to date.");
        return ExitCode.OK;
    }

    /** A verdict for {@code --json}; the names of its components are the names there. */
    private record Answer(
            boolean upToDate, List<String> pending, List<String> unknown, List<String> changed, List<String> heads) {
        static Answer of(Verdict verdict) {
            return new Answer(
                    verdict.isGood(),
                    ids(verdict.pending()),
                    verdict.unknown(),
                    ids(verdict.changed()),
                    ids(verdict.heads()));
        }

        private static List<String> ids(List<RevisionInfo> revisions) {
            return revisions.stream().map(RevisionInfo::id).toList();
        }
    }
}
