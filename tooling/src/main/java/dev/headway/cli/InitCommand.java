package dev.headway.cli;

import dev.headway.internal.tooling.project.Project;
import dev.headway.internal.tooling.project.ProjectSetup;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "init", description = "Prepare a project for its first revision.")
final class InitCommand implements Runnable {
    private static final String URL = "jdbc:h2:./target/dev-database";

    private final RootCommand root;

    @Option(names = "--package", paramLabel = "PACKAGE", description = "The package of migrations.")
    private @Nullable String packageName;

    InitCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        Project project = root.project();
        ProjectSetup setup = new ProjectSetup(project);
        String chosen =
                packageName != null ? packageName : project.configuredPackage().orElseGet(setup::proposedPackage);
        Map<Path, Boolean> files = setup.write(chosen, root.givenUrl().orElse(URL));
        files.forEach((file, written) -> root.report(
                (written ? "Wrote " : "Left as it is: ") + project.directory().relativize(file)));
        root.report("Next: revision -m \"create account\", edit what it writes, then upgrade.");
    }
}
