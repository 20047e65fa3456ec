package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Measures whole processes that bring an empty database to the end of a history. */
public final class Apply {
    private Apply() {}

    /**
     * Prints a table.
     *
     * @param args rounds, sizes, and servers, as in {@code 5 100,1000 h2 postgresql mariadb}
     */
    public static void main(String[] args) throws IOException {
        Artifacts artifacts = Artifacts.onClassPath();
        Table table = new Table(
                "database",
                "revisions",
                "bare JDBC",
                "Headway",
                "Flyway",
                "Liquibase",
                "Headway / JDBC",
                "Headway / Flyway",
                "Headway / Liquibase");
        for (int size : Numbers.of(args[1])) {
            try (History history = History.make(artifacts, size)) {
                for (String name : List.of(args).subList(2, args.length)) {
                    try (Server server = Server.start(name)) {
                        row(
                                table,
                                server,
                                size,
                                new Race<Contender>(Integer.parseInt(args[0]))
                                        .run(
                                                List.of(Contender.values()),
                                                contender -> time(contender, artifacts, history, server)));
                    }
                }
            }
        }
    }

    private static double time(Contender contender, Artifacts artifacts, History history, Server server) {
        try {
            Server.Database database = server.create();
            double time = Race.seconds(contender.program(artifacts, history, database)::run);
            server.drop(database);
            return time;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void row(Table table, Server server, int size, Race.Medians<Contender> times) {
        double headway = times.of(Contender.HEADWAY);
        table.row(
                server.name(),
                Table.number(size),
                Table.s(times.of(Contender.JDBC)),
                Table.s(headway),
                Table.s(times.of(Contender.FLYWAY)),
                Table.s(times.of(Contender.LIQUIBASE)),
                Table.ratio(headway / times.of(Contender.JDBC)),
                Table.ratio(headway / times.of(Contender.FLYWAY)),
                Table.ratio(headway / times.of(Contender.LIQUIBASE)));
    }
}
