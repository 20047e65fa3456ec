package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Prepares the project for its first revision. */
@Mojo(name = "init", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class InitMojo extends HeadwayMojo {
    /** The package of migrations; derived from the project's group by default. */
    @Parameter(property = "package")
    private @Nullable String packageName;

    /** Made by Maven. */
    public InitMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("init").with("--package", packageName);
    }
}
