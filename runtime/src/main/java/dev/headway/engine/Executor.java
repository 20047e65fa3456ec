package dev.headway.engine;

import dev.headway.dialect.ThisProcess;

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
