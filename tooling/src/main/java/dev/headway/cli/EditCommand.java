package dev.headway.cli;

import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionInfo;
import dev.headway.project.ProjectHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

@Command(name = "edit", description = "Open the sources of revisions in $VISUAL or $EDITOR.")
final class EditCommand implements Callable<Integer> {
    private final Root root;

    @Parameters(paramLabel = "REVISION", converter = Identifier.class, description = "Which: head, an id, head-1.")
    private String revision = "";

    EditCommand(Root root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        ProjectHistory history = root.project().history();
        List<String> command = new ArrayList<>(editor());
        for (RevisionInfo each : history.graph().resolve(revision)) {
            Path file = history.fileOf(each)
                    .orElseThrow(() -> new ConfigurationException("Revision " + each.describe()
                            + " is not in the sources of this project, so there is nothing to" + " edit."));
            command.add(file.toString());
        }
        return open(command);
    }

    private static List<String> editor() {
        String editor = Stream.of("VISUAL", "EDITOR")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "No editor is set. Say which in the environment variable VISUAL or EDITOR."));
        return List.of(editor.strip().split("\\s+"));
    }

    private static int open(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0 ? ExitCode.OK : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
