package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures whole processes that bring an empty database to the end of a history. */
public final class Apply {
    private Apply() {}

    /**
     * Prints a table.
     *
     * @param args as {@link Setup} reads them
     */
    public static void main(String[] args) throws IOException, SQLException {
        Setup setup = Setup.of(args);
        Artifacts artifacts = Artifacts.onClassPath();
        Table table = new Table(setup.titles("Headway / "));
        setup.forEach(artifacts, (history, server) -> {
            Race.Results<Contender> times = new Race<Contender>(setup.rounds())
                    .run(setup.contenders(), contender -> time(contender, artifacts, history, server));
            List<String> row = new ArrayList<>(List.of(server.name(), Table.number(history.count())));
            setup.contenders().forEach(contender -> row.add(Table.s(times.of(contender))));
            setup.peers().forEach(peer -> row.add(Table.ratio(times.ratio(Contender.HEADWAY, peer))));
            table.row(row);
        });
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
}
