package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import dev.headway.dialect.Dialect;
import dev.headway.dialect.SqlStatement;
import dev.headway.op.Operation.CreateTable;
import dev.headway.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;

/** A table that Headway keeps for itself. */
final class OwnTable {
    private OwnTable() {}

    /** Creates it if it is missing. */
    static void require(Table table, Session session, Dialect dialect) throws SQLException {
        if (!Catalog.hasTable(session.connection(), table.name())) {
            create(new CreateTable(table, true, null, null), session, dialect);
        }
    }

    private static void create(CreateTable operation, Session session, Dialect dialect) {
        try (Statement statement = session.connection().createStatement()) {
            for (SqlStatement sql : dialect.render(operation, dialect.live(session::handle))) {
                statement.execute(sql.sql());
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    "Cannot create " + operation.table().name() + ", one of Headway's own tables, so nothing was run",
                    e);
        }
    }
}
