package dev.headway.internal.database;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What databases and logs are told of this process. */
public final class ThisProcess {
    private ThisProcess() {}

    /** Returns the host, and the process on it. */
    public static String place() {
        return host() + " (process " + ProcessHandle.current().pid() + ")";
    }

    /** Returns a name for a connection. */
    public static String name() {
        return "headway on " + place();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}
