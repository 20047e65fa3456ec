package dev.headway.benchmarks.run;

import java.io.IOException;
import org.flywaydb.core.Flyway;

/** Flyway, with SQL files of one folder. */
public final class FlywayMigrate {
    private FlywayMigrate() {}

    /**
     * Migrates.
     *
     * @param args URL, user, password, how many revisions there are, and the folder
     */
    public static void main(String[] args) throws IOException {
        Flyway.configure()
                .dataSource(args[0], args[1], args[2])
                .locations("filesystem:" + args[4])
                .load()
                .migrate();
        PeakMemory.tell();
    }
}
