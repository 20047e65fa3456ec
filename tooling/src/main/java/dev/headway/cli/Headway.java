package dev.headway.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/** The command line of Headway. */
public final class Headway {
    private Headway() {}

    /** Runs a command, and ends the process with its exit code. */
    public static void main(String[] args) {
        Charset charset = Charset.defaultCharset();
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        System.exit(run(out, err, args));
    }

    /**
     * Runs a command.
     *
     * @return 0 if it is done, 1 if it was refused or failed, 2 if it was used wrongly
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        err.println("Not there yet: " + String.join(" ", args));
        return 2;
    }
}
