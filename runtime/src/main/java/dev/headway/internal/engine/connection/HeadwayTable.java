package dev.headway.internal.engine.connection;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.error.DatabaseAccessException;
import dev.headway.op.Operation.CreateTable;
import dev.headway.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;

/** A table of Headway's own. */
public final class HeadwayTable {
    private HeadwayTable() {}

    /** Creates the table if it is missing. */
    public static void createIfMissing(Table table, Session session, DetectedDatabase database) throws SQLException {
        if (!TableLookup.hasTable(session.connection(), table.name())) {
            create(definition(table, database.dialect()), session, database);
        }
    }

    /** Returns how a database creates the table. The table must have transactions, also if the default engine has none. */
    public static CreateTable definition(Table table, Dialect dialect) {
        return new CreateTable(table, true, dialect.transactionalEngine().orElse(null), null);
    }

    private static void create(CreateTable operation, Session session, DetectedDatabase database) {
        try (Statement statement = session.connection().createStatement()) {
            for (SqlStatement sql : database.dialect().render(operation, database.read(session::handle))) {
                statement.execute(sql.sql());
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    "Cannot create " + operation.table().name() + ", one of Headway's own tables, so nothing was run",
                    e);
        }
    }
}
