package dev.headway.internal.database.mysqlfamily;

import dev.headway.error.DatabaseAccessException;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads views. */
final class FamilyViews {
    private static final String SQL = """
            SELECT v.table_name, v.view_definition, v.check_option, concat('`', replace(database(), '`', '``'), '`.') AS prefix
            FROM information_schema.views v
            WHERE v.table_schema = database()
            ORDER BY v.table_name""";

    private final Handle handle;

    private FamilyViews(Handle handle) {
        this.handle = handle;
    }

    /** Returns the views of the schema that the connection works in. */
    static List<View> read(Handle handle) {
        return handle.createQuery(SQL).map(FamilyViews::row).list().stream()
                .map(new FamilyViews(handle)::complete)
                .toList();
    }

    /** The definition qualifies each table with its schema, even if the view didn't. */
    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        String option = row.getString("check_option");
        String definition = row.getString("view_definition").replace(row.getString("prefix"), "");
        return new Row(
                row.getString("table_name"),
                definition,
                option.equals("NONE") ? "" : " WITH " + option + " CHECK OPTION");
    }

    private View complete(Row row) {
        String query = row.definition.isEmpty() ? ofAnotherUser(row.name) : row.definition + row.option;
        return new View(QualifiedName.literally(row.name), query);
    }

    /** The information schema shows an empty definition of a view of another user. */
    private String ofAnotherUser(String view) {
        String name = "`" + view.replace("`", "``") + "`";
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery("SHOW CREATE VIEW " + name)) {
                row.next();
                String definition = row.getString(2);
                String start = " VIEW " + name + " AS ";
                return definition.substring(definition.indexOf(start) + start.length());
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    "Cannot read view '" + view
                            + "', which another user defined and this user may not see. Run GRANT SHOW VIEW,"
                            + " SELECT ON " + name + " for this user",
                    e);
        }
    }

    /** A view in the information schema. */
    private record Row(String name, String definition, String option) {}
}
