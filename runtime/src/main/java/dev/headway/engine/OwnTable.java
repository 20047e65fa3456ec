package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import dev.headway.dialect.Dialect;
import dev.headway.dialect.SqlStatement;
import dev.headway.op.Operation.CreateTable;
import dev.headway.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;

/** A table that Headway keeps for itself. */
final class OwnTable {
    private OwnTable() {}

    /** Creates it if it is missing. */
    static void require(Table table, Handle handle, Dialect dialect) throws SQLException {
        if (!Catalog.hasTable(handle.getConnection(), table.name())) {
            create(new CreateTable(table, true, null, null), handle, dialect);
        }
    }

    private static void create(CreateTable operation, Handle handle, Dialect dialect) {
        try (Statement statement = handle.getConnection().createStatement()) {
            for (SqlStatement sql : dialect.render(operation, dialect.live(handle))) {
                statement.execute(sql.sql());
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    "Cannot create " + operation.table().name() + ", one of Headway's own tables, so nothing was run",
                    e);
        }
    }
}
