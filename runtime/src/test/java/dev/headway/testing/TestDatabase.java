package dev.headway.testing;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.headway.Migrations;
import dev.headway.Migrator;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.mariadb.jdbc.MariaDbDataSource;

/** A database of one test, and questions that tests have about it. */
public final class TestDatabase {
    private final DatabaseServer server;
    private final DataSource dataSource;
    private final Jdbi jdbi;
    private final String url;
    private final String user;
    private final String password;
    private final Runnable drop;

    /** Describes a database that {@code drop} drops after the test. */
    public TestDatabase(
            DatabaseServer server, DataSource dataSource, String url, String user, String password, Runnable drop) {
        this.server = server;
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
        this.url = url;
        this.user = user;
        this.password = password;
        this.drop = drop;
    }

    void drop() {
        drop.run();
    }

    /** Drops all that is in it. */
    public void clear() {
        server.clear(this);
    }

    /** Returns the name of the database product. */
    public String kind() {
        return server.name();
    }

    /** Returns whether it has what some tests ask for. */
    public boolean has(Capability capability) {
        return server.capabilities().contains(capability);
    }

    /** Returns the program that administrators run scripts with, if it is here. */
    public Optional<Client> client() {
        return server.client(this);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Returns a data source whose driver has one more option; only MariaDB and MySQL have any. */
    public DataSource dataSource(String option) throws SQLException {
        String optional = url() + (url().contains("?") ? "&" : "?") + option;
        switch (kind()) {
            case "MariaDB" -> {
                MariaDbDataSource dataSource = new MariaDbDataSource(optional);
                dataSource.setUser(user());
                dataSource.setPassword(password());
                return dataSource;
            }
            case "MySQL" -> {
                MysqlDataSource dataSource = new MysqlDataSource();
                dataSource.setUrl(optional);
                dataSource.setUser(user());
                dataSource.setPassword(password());
                return dataSource;
            }
            default -> {
                return dataSource();
            }
        }
    }

    /** Returns a connection of a data source whose session is in a time zone such as {@code +05:45}. */
    public Connection inZone(DataSource dataSource, String zone) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            switch (kind()) {
                case "MariaDB", "MySQL" -> statement.execute("SET time_zone = '" + zone + "'");
                case "PostgreSQL" -> statement.execute("SET TIME ZONE INTERVAL '" + zone + "' HOUR TO MINUTE");
                case "H2" -> statement.execute("SET TIME ZONE '" + zone + "'");
                default -> {} // sessions have no time zone
            }
        }
        return connection;
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** Returns a migrator of this database with these revisions. */
    public Migrator with(TestRevision... revisions) {
        return Migrations.on(dataSource).registries(TestRevision.registry(revisions));
    }

    public void execute(String sql, Object... arguments) {
        jdbi.useHandle(handle -> handle.execute(sql, arguments));
    }

    /** Returns the first column of the rows, as text. */
    public List<String> column(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    /** Returns the rows, with the names of columns in lower case. */
    public List<Map<String, Object>> rows(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapToMap().list());
    }

    /** Returns the tables that are not Headway's own, by name. */
    public List<String> tables() {
        return allTables().stream()
                .filter(table -> !table.startsWith("headway_"))
                .toList();
    }

    /** Returns all tables of the schema, by name. */
    public List<String> allTables() {
        return namesOfTables().stream()
                .map(table -> table.toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** Returns all tables of the schema, spelled as the database spells them. */
    public List<String> namesOfTables() {
        return metaData(
                "TABLE_NAME",
                (metaData, catalog, schema) ->
                        metaData.getTables(catalog, schema, null, new String[] {"TABLE", "BASE TABLE"}));
    }

    /** Returns the columns of a table, in order, spelled as the database spells them. */
    public List<String> namesOfColumns(String table) {
        return metaData(
                "COLUMN_NAME", (metaData, catalog, schema) -> metaData.getColumns(catalog, schema, table, null));
    }

    private interface Question {
        ResultSet ask(DatabaseMetaData metaData, String catalog, String schema) throws SQLException;
    }

    private List<String> metaData(String column, Question question) {
        List<String> names = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows =
                        question.ask(connection.getMetaData(), connection.getCatalog(), connection.getSchema())) {
            while (rows.next()) {
                names.add(rows.getString(column));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    /** Ends a session as an administrator does. */
    public void endSession(String id) {
        execute(server.endSession(id));
    }

    /** Returns what finds the schema that connections work in. */
    public String currentSchema() {
        return server.currentSchema();
    }

    /** Returns a name in the quotes of this database. */
    public String quoted(String name) {
        String quote = server.quote();
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** Returns the ids in {@code headway_revision}, by name. */
    public List<String> applied() {
        return column("SELECT revision FROM headway_revision ORDER BY revision");
    }

    /** Returns what was tried, in order, as in {@code "upgrade a: done"}. */
    public List<String> log() {
        return column("SELECT concat(direction, ' ', revision, ': ', outcome) FROM headway_log ORDER BY id");
    }

    @Override
    public String toString() {
        return kind();
    }
}
