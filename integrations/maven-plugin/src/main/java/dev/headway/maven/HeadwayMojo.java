package dev.headway.maven;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command of {@code dev.headway.cli.Headway} in a class loader of its own: first the project's classes and
 * dependencies, so that its revisions, its drivers and its version of Headway are used, then what the plugin brings.
 */
abstract class HeadwayMojo extends AbstractMojo {
    private static final String COMMANDS = "dev.headway.cli.Headway";
    private static final int WRONG_USAGE = 2;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts;

    /** The JDBC URL of the database, unless headway.properties sets it. */
    @Parameter(property = "headway.url")
    private @Nullable String url;

    /** The database user. */
    @Parameter(property = "headway.user")
    private @Nullable String user;

    /** The password; {@code HEADWAY_PASSWORD} in the environment keeps it out of poms and command lines. */
    @Parameter(property = "headway.password")
    private @Nullable String password;

    /** The schema to migrate. */
    @Parameter(property = "headway.schema")
    private @Nullable String schema;

    /** The database, if there are several: that of {@code @Revision(database = …)}. */
    @Parameter(property = "headway.database")
    private @Nullable String database;

    /** How long to wait for another process that migrates the same database: 30s, 10m, 1h. */
    @Parameter(property = "headway.lockTimeout")
    private @Nullable String lockTimeout;

    /** Print details. */
    @Parameter(property = "verbose", defaultValue = "false")
    private boolean verbose;

    /** Print only what was asked for. */
    @Parameter(property = "quiet", defaultValue = "false")
    private boolean quiet;

    /** Print JSON. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    /** Skip the goal. */
    @Parameter(property = "headway.skip", defaultValue = "false")
    private boolean skip;

    /** Returns the command with its options. */
    abstract Arguments arguments();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || project.getPackaging().equals("pom")) {
            getLog().info("Skipped: " + (skip ? "headway.skip is set" : "a pom has no migrations"));
            return;
        }
        Arguments arguments = arguments()
                .with("--directory", project.getBasedir().getPath())
                .with("--url", url)
                .with("--user", user)
                .with("--password", password)
                .with("--schema", schema)
                .with("--database", database)
                .with("--lock-timeout", lockTimeout)
                .flag("--quiet", quiet)
                .flag("--verbose", verbose)
                .flag("--json", json);
        int exit = run(arguments.toArray());
        if (exit != 0) {
            throw new MojoFailureException("headway " + arguments.command()
                    + (exit == WRONG_USAGE ? " was used wrongly" : " was refused or failed") + "; see above.");
        }
    }

    private int run(String[] arguments) throws MojoExecutionException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader);
            Charset charset = charset(Charset.defaultCharset());
            PrintWriter out = new PrintWriter(System.out, true, charset);
            PrintWriter err = new PrintWriter(System.err, true, charset);
            return (int) loader.loadClass(COMMANDS)
                    .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
                    .invoke(null, out, err, arguments);
        } catch (InvocationTargetException e) {
            throw new MojoExecutionException("Headway broke", e.getCause());
        } catch (ReflectiveOperationException | IOException e) {
            throw new MojoExecutionException("Cannot run " + COMMANDS, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** ASCII would replace other characters of scripts, and is a part of UTF-8. */
    private static Charset charset(Charset platform) {
        return platform.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : platform;
    }

    private URL[] classPath() throws MojoExecutionException {
        try {
            List<URL> urls = new ArrayList<>();
            for (String element : project.getRuntimeClasspathElements()) {
                urls.add(url(new File(element)));
            }
            Set<String> there = new HashSet<>();
            project.getArtifacts().stream()
                    .filter(artifact -> !artifact.getScope().equals(Artifact.SCOPE_TEST)
                            && !artifact.getScope().equals(Artifact.SCOPE_PROVIDED))
                    .forEach(artifact -> there.add(name(artifact)));
            for (Artifact artifact : pluginArtifacts) {
                if (!there.contains(name(artifact))) {
                    urls.add(url(artifact.getFile()));
                }
            }
            return urls.toArray(URL[]::new);
        } catch (DependencyResolutionRequiredException | MalformedURLException e) {
            throw new MojoExecutionException("Cannot find the class path of the project", e);
        }
    }

    private static URL url(File file) throws MalformedURLException {
        return file.toURI().toURL();
    }

    /** SLF4J accepts one provider only, so the project's own replaces the plugin's. */
    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }
}
