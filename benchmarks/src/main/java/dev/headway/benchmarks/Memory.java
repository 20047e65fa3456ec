package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Measures the most memory that whole processes have that find nothing to do; on Linux, which tells it. */
public final class Memory {
    private static final double KILOBYTES = 1024;

    private Memory() {}

    /**
     * Prints a table.
     *
     * @param args rounds, sizes, and servers, as in {@code 5 1000,10000 h2 postgresql mariadb}
     */
    public static void main(String[] args) throws IOException, SQLException {
        Artifacts artifacts = Artifacts.onClassPath();
        Table table =
                new Table("database", "revisions", "bare JDBC", "Headway", "Flyway", "Liquibase", "Headway above JDBC");
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
            programs.put(contender, contender.program(artifacts, history, server.create(), "-Dpeak"));
        }
        programs.values().forEach(Program::run);
        return new Race<Contender>(rounds).run(programs.keySet(), contender -> {
            String printed = Objects.requireNonNull(programs.get(contender)).run();
            return Double.parseDouble(printed.lines().reduce("", (first, last) -> last)) / KILOBYTES;
        });
    }

    private static void row(Table table, Server server, int size, Race.Medians<Contender> megabytes) {
        table.row(
                server.name(),
                Table.number(size),
                Table.mb(megabytes.of(Contender.JDBC)),
                Table.mb(megabytes.of(Contender.HEADWAY)),
                Table.mb(megabytes.of(Contender.FLYWAY)),
                Table.mb(megabytes.of(Contender.LIQUIBASE)),
                Table.mb(megabytes.of(Contender.HEADWAY) - megabytes.of(Contender.JDBC)));
    }
}
