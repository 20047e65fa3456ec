package dev.headway.internal.engine.connection;

import dev.headway.internal.database.ThisProcess;

/**
 * Who runs Headway, and in which process. Headway's tables record both.
 *
 * @param user the user of the operating system
 * @param process the host, and the process on it
 */
public record ProcessIdentity(String user, String process) {

    /** Returns the identity of this process. */
    public static ProcessIdentity ofThisProcess() {
        return new ProcessIdentity(System.getProperty("user.name", "?"), ThisProcess.place());
    }
}
