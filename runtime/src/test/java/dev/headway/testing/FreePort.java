package dev.headway.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers. They are below those that systems lend to whoever connects somewhere: one of those may be lent before the
 * server has it.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int BEHIND_LAST = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /** Returns one that nobody listens at. */
    public static int find() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("No port is free from " + FIRST + " to " + BEHIND_LAST);
    }

    private static boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
