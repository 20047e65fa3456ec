package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import dev.headway.dialect.Dialect;
import dev.headway.dialect.Dialects;
import dev.headway.dialect.SqlStatement;
import dev.headway.op.Operation.CreateTable;
import dev.headway.progress.ProgressListener;
import dev.headway.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Work on the database under the lock, once Headway's own tables are there. A class of its own, since its verification alone
 * loads JDBI.
 */
final class Locked<T> implements Function<Jdbi, T> {
    private final Work<T> work;
    private final Duration lockTimeout;
    private final ProgressListener listener;

    /** What is done while the lock is held. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it where these revisions are applied. */
        T on(Handle handle, Dialect dialect, Applied applied) throws SQLException;
    }

    Locked(Work<T> work, Duration lockTimeout, ProgressListener listener) {
        this.work = work;
        this.lockTimeout = lockTimeout;
        this.listener = listener;
    }

    @Override
    public T apply(Jdbi jdbi) {
        try {
            return runLocked(jdbi);
        } catch (ConnectionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseAccessException("Cannot get a connection, so nothing was run", refused);
            }
            throw e;
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseAccessException("Headway's own bookkeeping failed", refused);
            }
            throw e;
        }
    }

    @SuppressWarnings("try") // the lock is there to be held
    private T runLocked(Jdbi jdbi) {
        try (Session session = Session.open(jdbi)) {
            Handle handle = session.handle();
            Dialect dialect = Dialects.of(handle.getConnection());
            try (MigrationLock lock = MigrationLock.take(jdbi, session, dialect, lockTimeout, listener)) {
                createMissingTables(handle, dialect);
                return work.on(handle, dialect, HistoryTable.read(handle.getConnection()));
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException("Headway's own bookkeeping failed", e);
        }
    }

    private static void createMissingTables(Handle handle, Dialect dialect) throws SQLException {
        for (Table table : List.of(HistoryTable.DEFINITION, StepLog.DEFINITION)) {
            if (!Catalog.hasTable(handle.getConnection(), table.name())) {
                create(table, handle, dialect);
            }
        }
    }

    private static void create(Table table, Handle handle, Dialect dialect) {
        try (Statement statement = handle.getConnection().createStatement()) {
            for (SqlStatement sql : dialect.render(new CreateTable(table, false, null, null), dialect.live(handle))) {
                statement.execute(sql.sql());
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    "Cannot create " + table.name() + ", one of Headway's own tables, so nothing was run", e);
        }
    }
}
