package dev.headway.cli;

import com.google.gson.GsonBuilder;
import dev.headway.Configuration;
import dev.headway.Migrations;
import dev.headway.Migrator;
import dev.headway.ScriptWriter;
import dev.headway.database.Databases;
import dev.headway.error.CommandException;
import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.autogenerate.Autogenerate;
import dev.headway.internal.tooling.project.Project;
import dev.headway.op.Database;
import dev.headway.progress.HistoryEntry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code headway} itself: the options of all commands, and what follows from them. */
@Command(
        name = "headway",
        description = "Database migrations, checked by the compiler.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = RootCommand.Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND")
final class RootCommand {
    private final Terminal terminal;
    private final Optional<Prompt> prompt;
    private final PrintWriter out;
    private final PrintWriter err;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The JDBC URL of the database.")
    private @Nullable String url;

    @Option(names = "--user", paramLabel = "USER", scope = ScopeType.INHERIT, description = "The database user.")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            scope = ScopeType.INHERIT,
            description = "The password. Other users of the machine can see options; HEADWAY_PASSWORD hides it.")
    private @Nullable String password;

    @Option(
            names = "--schema",
            paramLabel = "SCHEMA",
            scope = ScopeType.INHERIT,
            description = "The schema to migrate.")
    private @Nullable String schema;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The database, if there are several: that of @Revision(database = NAME).")
    private String database = "";

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            scope = ScopeType.INHERIT,
            description = "How long to wait for another process that migrates: 30s, 10m, 1h.")
    private @Nullable String lockTimeout;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The project directory, with headway.properties and sources. Default: the working directory.")
    private Path directory = Path.of("");

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print details.")
    private boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print only what was asked for.")
    private boolean quiet;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
    private boolean json;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colours; NO_COLOR does the same.")
    private boolean plain;

    private @Nullable Project project;

    RootCommand(Terminal terminal, Optional<Prompt> prompt, PrintWriter out, PrintWriter err) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.out = out;
        this.err = err;
    }

    /** Returns the commands, in the order in which help shows them. */
    List<Object> commands() {
        return List.of(
                new InitCommand(this),
                new RevisionCommand(this),
                new MergeCommand(this),
                new SquashCommand(this),
                new UpgradeCommand(this),
                new DowngradeCommand(this),
                new PlanCommand(this),
                new HistoryCommand(this),
                new CurrentCommand(this),
                new HeadsCommand(this),
                new BranchesCommand(this),
                new ShowCommand(this),
                new StampCommand(this),
                new CheckCommand(this),
                new ResumeCommand(this),
                new RetryCommand(this),
                new EditCommand(this),
                new LogCommand(this));
    }

    /** The version of the jar. */
    static final class Version implements picocli.CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Headway " + (version == null ? "(unpacked)" : version)};
        }
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    Terminal terminal() {
        return plain ? new Terminal(terminal.present(), false) : terminal;
    }

    /** Returns how to ask the user, if there is a terminal, and the user wants to be asked. */
    Optional<Prompt> prompt() {
        return quiet || json ? Optional.empty() : prompt;
    }

    boolean verbose() {
        return verbose;
    }

    boolean json() {
        return json;
    }

    Configuration configuration() {
        Map<String, String> options = new HashMap<>();
        putIfGiven(options, "url", url);
        putIfGiven(options, "user", user);
        putIfGiven(options, "password", password);
        putIfGiven(options, "schema", schema);
        putIfGiven(options, "lockTimeout", lockTimeout);
        return Configuration.ofThisProcess().in(directory).with(options).database(database);
    }

    private static void putIfGiven(Map<String, String> options, String name, @Nullable String value) {
        if (value != null) {
            options.put(name, value);
        }
    }

    /** Returns a migrator of the configured database that shows what it does. */
    Migrator migrator() {
        return configuration().migrator().listener(new ConsoleListener(terminal(), reports(), err));
    }

    /**
     * Does nothing if the code has revisions.
     *
     * @throws CommandException if it has none, so that every database would be up to date
     */
    static void requireRevisions(Migrator migrator) {
        if (migrator.graph().revisions().isEmpty()) {
            throw new CommandException(
                    "No revision is on the class path, so there is nothing to check the database"
                            + " against. Compile the revisions first, with Headway's annotation processor as part of the build.");
        }
    }

    /** Returns a migrator that reads the state of the database, with the revisions of the sources, compiled or not. */
    Migrator reader() {
        return migrator().registries(project().history().registry()).allowEmpty();
    }

    /** Returns a comparison of the configured database with the configured target. */
    Autogenerate autogenerate(boolean strictNames) {
        return new Autogenerate(directory.toAbsolutePath(), configuration(), strictNames);
    }

    /** Returns the URL that was given as an option. */
    Optional<String> givenUrl() {
        return Optional.ofNullable(url);
    }

    /** Returns a writer of scripts for the configured database product, without connecting. */
    ScriptWriter script() {
        String configured = configuration()
                .value("url")
                .orElseThrow(
                        () -> new ConfigurationException("A script is written for one database product, but headway.url"
                                + " is not set. Headway does not connect, so --url=jdbc:postgresql: is enough."));
        return Migrations.script(databaseOf(configured)).database(database).onSecret(this::warnOfSecret);
    }

    private void warnOfSecret(RevisionInfo revision) {
        err.println("The script contains a secret of revision " + revision.describe()
                + ". Protect the file, and delete it after you have executed it.");
    }

    private static Database databaseOf(String url) {
        return Databases.ofUrl(url)
                .orElseThrow(() ->
                        new ConfigurationException("Headway does not support the database of the URL. The URL must"
                                + " begin with one of "
                                + Databases.all().stream()
                                        .flatMap(type -> type.urlPrefixes().stream())
                                        .collect(Collectors.joining(", "))
                                + "."))
                .database();
    }

    /** Prints a script; reports if it is empty. */
    void script(String script, ScriptRange range) {
        out.print(script);
        if (script.isEmpty()) {
            err.println("Nothing to do from " + range.from() + " to " + range.to() + ", so the script is empty.");
        }
    }

    /** Returns descriptions of revisions, with their state in the database. */
    RevisionLines lines(Migrator migrator) {
        Map<String, Instant> applied = new HashMap<>();
        Set<String> current = new HashSet<>();
        Set<String> changed = new HashSet<>();
        Map<String, String> partial = new LinkedHashMap<>();
        for (HistoryEntry entry : migrator.history()) {
            entry.appliedAt().ifPresent(at -> applied.put(entry.revision().id(), at));
            if (entry.current()) {
                current.add(entry.revision().id());
            }
            if (entry.isChanged()) {
                changed.add(entry.revision().id());
            }
            if (!entry.appliedParts().isEmpty()) {
                partial.put(entry.revision().id(), partlyApplied(entry));
            }
        }
        migrator.partial().forEach(revision -> partial.put(revision.revision(), revision.describe()));
        return new RevisionLines(
                migrator.graph(), terminal(), new RevisionLines.DatabaseState(current, applied, changed, partial));
    }

    private static String partlyApplied(HistoryEntry squash) {
        List<String> parts = squash.appliedParts();
        return "partially applied: of the revisions that it replaces, only " + String.join(", ", parts)
                + (parts.size() == 1 ? " is" : " are") + " applied; run headway upgrade "
                + squash.revision().id();
    }

    /** Returns descriptions of revisions, without their state in a database. */
    RevisionLines lines(RevisionGraph graph) {
        return new RevisionLines(graph, terminal(), RevisionLines.DatabaseState.NONE);
    }

    /** Returns the project, whose sources are read once for each command. */
    Project project() {
        if (project == null) {
            project = Project.in(directory, configuration());
        }
        return project;
    }

    /** Prints a line, unless only requested output is wanted. */
    void report(String line) {
        reports().println(line);
    }

    private PrintWriter reports() {
        return quiet || json ? new PrintWriter(PrintWriter.nullWriter()) : out;
    }

    /** Prints JSON. */
    void printJson(Object answer) {
        out.println(json(answer));
    }

    String json(Object answer) {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .serializeNulls()
                .create()
                .toJson(answer);
    }

    /** Returns the directory of the project. */
    Path directory() {
        return directory;
    }
}
