package dev.headway.cli;

import dev.headway.error.CommandException;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.project.ProjectHistory;
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
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            converter = IdentifierConverter.class,
            description = "The revision: head, an id, head-1.")
    private String revision = "";

    EditCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() throws InterruptedException {
        ProjectHistory history = root.project().history();
        List<String> command = new ArrayList<>(editor());
        for (RevisionInfo each : history.graph().resolve(revision)) {
            Path file = history.fileOf(each)
                    .orElseThrow(
                            () -> new CommandException(
                                    "Revision " + each.describe()
                                            + " is not in the sources of this project, so it cannot be edited. Open the project that contains it."));
            command.add(file.toString());
        }
        return open(command);
    }

    private static List<String> editor() {
        String editor = Stream.of("VISUAL", "EDITOR")
                .map(System::getenv)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        "No editor is set. Set the environment variable VISUAL or EDITOR, such as EDITOR=vim."));
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
