package dev.headway.benchmarks;

import dev.headway.database.Databases;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Measures how long it takes to read the schema of a large database: in one process that has read it before. */
public final class SchemaReadingBenchmark {
    private static final int COLUMNS = 10;
    private static final int INDEXES = 3;
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    /** Who reads. */
    private enum Reader {
        HEADWAY,
        LIQUIBASE
    }

    private SchemaReadingBenchmark() {}

    /**
     * Prints a table.
     *
     * @param args rounds, how many tables, and servers, as in {@code 5 1000 h2,postgresql,mariadb}
     */
    public static void main(String[] args) throws IOException, SQLException {
        LIQUIBASE.setLevel(Level.OFF);
        MarkdownTable table = new MarkdownTable("database", "tables", "Headway", "Liquibase", "Headway / Liquibase");
        BenchmarkSettings setup = BenchmarkSettings.of(args);
        for (int size : setup.sizes()) {
            for (String name : setup.servers()) {
                try (BenchmarkServer server = BenchmarkServer.start(name)) {
                    BenchmarkServer.Database database = server.create();
                    fill(database, size);
                    AlternatingMeasurement.Results<Reader> times = new AlternatingMeasurement<Reader>(setup.rounds())
                            .run(List.of(Reader.values()), reader -> time(database, reader));
                    table.row(List.of(
                            server.name(),
                            MarkdownTable.number(size),
                            MarkdownTable.s(times.of(Reader.HEADWAY)),
                            MarkdownTable.s(times.of(Reader.LIQUIBASE)),
                            String.format(Locale.ROOT, "%.3f", times.ratio(Reader.HEADWAY, Reader.LIQUIBASE))));
                }
            }
        }
    }

    private static void fill(BenchmarkServer.Database database, int tables) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                StringBuilder sql =
                        new StringBuilder("CREATE TABLE read_" + i + " (id bigint NOT NULL, PRIMARY KEY (id)");
                for (int column = 1; column < COLUMNS; column++) {
                    sql.append(", c").append(column).append(" varchar(100) DEFAULT 'x' NOT NULL");
                }
                statement.execute(sql.append(')').toString());
                for (int index = 1; index <= INDEXES; index++) {
                    statement.execute("CREATE INDEX ix_" + i + "_" + index + " ON read_" + i + " (c" + index + ")");
                }
            }
        }
    }

    private static double time(BenchmarkServer.Database database, Reader reader) {
        try (Connection connection = database.connect()) {
            return AlternatingMeasurement.seconds(() -> read(connection, reader));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(Connection connection, Reader reader) {
        try {
            int tables = reader == Reader.HEADWAY
                    ? headway(connection)
                    : snapshot(connection)
                            .get(liquibase.structure.core.Table.class)
                            .size();
            if (tables == 0) {
                throw new IllegalStateException(reader + " found nothing");
            }
        } catch (SQLException | LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int headway(Connection connection) throws SQLException {
        try (Handle handle = Jdbi.create(() -> connection).open()) {
            return Databases.detect(connection)
                    .read(() -> handle)
                    .read()
                    .tables()
                    .size();
        }
    }

    private static DatabaseSnapshot snapshot(Connection connection) throws LiquibaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return SnapshotGeneratorFactory.getInstance()
                .createSnapshot(database.getDefaultSchema(), database, new SnapshotControl(database));
    }
}
