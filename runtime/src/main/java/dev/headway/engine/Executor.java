package dev.headway.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who runs a step, and where, for the log.
 *
 * @param user the user of the operating system
 * @param place the host, and the process on it
 */
record Executor(String user, String place) {

    static Executor ofThisProcess() {
        return new Executor(
                System.getProperty("user.name", "?"),
                host() + " (process " + ProcessHandle.current().pid() + ")");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}
