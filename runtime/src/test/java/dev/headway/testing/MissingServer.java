package dev.headway.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/**
 * A server that can't start on this machine. Its tests are skipped, which one line of output reports. In CI, where every server
 * must be installed, they fail instead.
 */
public final class MissingServer {
    private static final boolean CI = "true".equals(System.getenv("CI"));
    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    private MissingServer() {}

    /** Returns what to throw to skip the test that needs the server; in CI, fails. */
    public static TestAbortedException skip(String reason) {
        report(reason);
        return new TestAbortedException(reason);
    }

    /** Prints that tests are skipped, once for each reason; in CI, fails. */
    static void report(String reason) {
        report(reason, CI);
    }

    static void report(String reason, boolean ci) {
        if (ci) {
            throw new IllegalStateException(reason + ". CI=true requires every server: install it, or unset CI");
        }
        if (REPORTED.add(reason)) {
            System.err.println("Tests are skipped: " + reason);
        }
    }
}
