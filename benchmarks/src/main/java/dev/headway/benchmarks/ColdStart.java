package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures whole processes that find nothing to do. */
public final class ColdStart {
    private ColdStart() {}

    /**
     * Prints a table.
     *
     * @param args rounds, sizes, and servers, as in {@code 15 10,100,1000,10000 h2 postgresql mariadb}
     */
    public static void main(String[] args) throws IOException, SQLException {
        Artifacts artifacts = Artifacts.onClassPath();
        Table table = new Table(
                "database",
                "revisions",
                "bare JDBC",
                "Headway",
                "Flyway",
                "Liquibase",
                "Headway / JDBC",
                "above JDBC: Headway / Flyway",
                "Headway / Liquibase");
        for (int size : Numbers.of(args[1])) {
            try (History history = History.make(artifacts, size)) {
                for (String name : List.of(args).subList(2, args.length)) {
                    try (Server server = Server.start(name)) {
                        row(table, server, size, race(artifacts, history, server, Integer.parseInt(args[0])));
                    }
                }
            }
        }
    }

    private static Race.Medians<Contender> race(Artifacts artifacts, History history, Server server, int rounds)
            throws SQLException {
        Map<Contender, Program> programs = new EnumMap<>(Contender.class);
        for (Contender contender : Contender.values()) {
            programs.put(contender, contender.program(artifacts, history, server.create()));
        }
        programs.values().forEach(Program::run);
        return new Race<Contender>(rounds)
                .run(
                        programs.keySet(),
                        contender -> Race.seconds(Objects.requireNonNull(programs.get(contender))::run));
    }

    private static void row(Table table, Server server, int size, Race.Medians<Contender> times) {
        double floor = times.of(Contender.JDBC);
        double headway = times.of(Contender.HEADWAY);
        double flyway = times.of(Contender.FLYWAY);
        double liquibase = times.of(Contender.LIQUIBASE);
        table.row(
                server.name(),
                Table.number(size),
                Table.ms(floor),
                Table.ms(headway),
                Table.ms(flyway),
                Table.ms(liquibase),
                Table.ratio(headway / floor),
                Table.ratio((headway - floor) / (flyway - floor)),
                Table.ratio((headway - floor) / (liquibase - floor)));
    }
}
