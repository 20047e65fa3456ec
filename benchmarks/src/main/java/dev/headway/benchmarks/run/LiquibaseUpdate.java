package dev.headway.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;

/** Liquibase, with one file of SQL, and without what it tells and reports. */
public final class LiquibaseUpdate {
    private LiquibaseUpdate() {}

    /**
     * Updates.
     *
     * @param args URL, user, password, how many revisions there are, and the file
     */
    public static void main(String[] args) throws SQLException, LiquibaseException, IOException {
        System.setProperty("liquibase.analytics.enabled", "false");
        Logger.getLogger("liquibase").setLevel(Level.OFF);
        Path file = Path.of(args[4]);
        try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            Liquibase liquibase = new Liquibase(
                    String.valueOf(file.getFileName()), new DirectoryResourceAccessor(file.getParent()), database);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts());
        }
        PeakMemory.tell();
    }
}
