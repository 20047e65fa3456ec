package dev.headway.benchmarks.run;

import dev.headway.Migrations;
import java.io.IOException;

/** Headway, as an application calls it at its start. */
public final class HeadwayUpgrade {
    private HeadwayUpgrade() {}

    /**
     * Upgrades to the head.
     *
     * @param args URL, user and password
     */
    public static void main(String[] args) throws IOException {
        System.setProperty("headway.url", args[0]);
        System.setProperty("headway.user", args[1]);
        System.setProperty("headway.password", args[2]);
        Migrations.upgradeToHead();
        PeakMemory.tell();
    }
}
