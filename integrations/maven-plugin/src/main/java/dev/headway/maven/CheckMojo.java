package dev.headway.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails if the database is not up to date, or differs from the target. */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class CheckMojo extends HeadwayMojo {
    /** Compare {@code headway.target} with the schema that all revisions create in a scratch schema, instead of the database. */
    @Parameter(property = "models", defaultValue = "false")
    private boolean models;

    /** Report constraints and indexes that differ only in their names. */
    @Parameter(property = "strictNames", defaultValue = "false")
    private boolean strictNames;

    /** Made by Maven. */
    public CheckMojo() {}

    @Override
    Arguments arguments() {
        return new Arguments("check").flag("--models", models).flag("--strict-names", strictNames);
    }
}
