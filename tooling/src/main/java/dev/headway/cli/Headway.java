package dev.headway.cli;

import dev.headway.error.HeadwayException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** The command line of Headway: {@code headway upgrade head} and so on, with Alembic's commands, options and output. */
public final class Headway {
    private static final int FAILED = 1;

    /** What the JVM reads instead of a character that the encoding of the terminal lacks. */
    private static final char UNREADABLE = '\uFFFD';

    private Headway() {}

    /** Runs a command, and ends the process with its exit code. */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofThisProcess();
        Charset charset = charset(terminal, Charset.defaultCharset());
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        System.exit(run(terminal, Prompt.on(terminal), out, err, args));
    }

    /** Files and pipes get UTF-8: any other encoding would replace characters of scripts, unnoticed. */
    static Charset charset(Terminal terminal, Charset platform) {
        return terminal.present() && !platform.equals(StandardCharsets.US_ASCII) ? platform : StandardCharsets.UTF_8;
    }

    /**
     * Runs a command, as if not on a terminal.
     *
     * @return 0 if it is done, 1 if it was refused or failed, 2 if it was used wrongly
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(Terminal.NONE, Optional.empty(), out, err, args);
    }

    static int run(Terminal terminal, Optional<Prompt> questions, PrintWriter out, PrintWriter err, String... args) {
        for (String argument : args) {
            if (argument.indexOf(UNREADABLE) >= 0) {
                err.println(
                        "FAILED: An argument contains characters that the encoding of this terminal cannot represent: "
                                + argument + ". Nothing was changed. Set LC_ALL=C.UTF-8, and run the command again.");
                err.flush();
                return FAILED;
            }
        }
        RootCommand root = new RootCommand(terminal, questions, out, err);
        CommandLine commands = new CommandLine(root);
        root.commands().forEach(commands::addSubcommand);
        int exit = commands.setOut(out)
                .setErr(err)
                .setUnmatchedOptionsArePositionalParams(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, root, parsed))
                .execute(args);
        out.flush();
        err.flush();
        return exit;
    }

    private static int report(Exception failure, RootCommand root, ParseResult parsed) {
        boolean expected = failure instanceof HeadwayException || failure instanceof UncheckedIOException;
        root.err().println("FAILED: " + (expected ? failure.getMessage() : failure.toString()));
        if (root.verbose()) {
            failure.printStackTrace(root.err());
        } else if (!expected) {
            root.err().println("This should not have happened; -v shows where.");
        }
        return parsed.isUsageHelpRequested() ? ExitCode.OK : FAILED;
    }
}
