package dev.headway.internal.engine;

import dev.headway.internal.database.ThisProcess;

/**
 * Who runs a step, and where, for the log.
 *
 * @param user the user of the operating system
 * @param place the host, and the process on it
 */
record Executor(String user, String place) {

    static Executor ofThisProcess() {
        return new Executor(System.getProperty("user.name", "?"), ThisProcess.place());
    }
}
