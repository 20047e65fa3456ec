package dev.headway.internal.database;

import dev.headway.database.ScratchDatabase.Work;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A database in memory, which is discarded with its only connection. */
public final class InMemoryScratch {
    private InMemoryScratch() {}

    /** Prepares a connection before its transaction begins. */
    @FunctionalInterface
    public interface Preparation {

        /** Prepares the connection of a handle. */
        void accept(Handle handle) throws SQLException;
    }

    /** Runs work in a transaction on an empty database. */
    public static <T> T use(String url, Preparation preparation, Work<T> work) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Handle handle = Jdbi.create(connection).open()) {
            preparation.accept(handle);
            connection.setAutoCommit(false); // copying a table on SQLite requires a transaction
            try {
                return work.in(handle);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
