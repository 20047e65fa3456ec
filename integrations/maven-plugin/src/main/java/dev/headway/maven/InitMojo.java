package dev.headway.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Makes the project ready for its first revision. */
@Mojo(name = "init", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class InitMojo extends HeadwayMojo {
    /** The package for migrations; that of the project's group if nothing is said. */
    @Parameter(property = "package")
    private @Nullable String packageName;

    /** Made by Maven. */
    public InitMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("init").with("--package", packageName);
    }
}
