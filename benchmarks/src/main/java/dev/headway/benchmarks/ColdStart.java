package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures whole processes that find nothing to do. */
public final class ColdStart {
    private ColdStart() {}

    /**
     * Prints a table. What is said of each peer is the part that Headway adds to bare JDBC of what the peer adds.
     *
     * @param args as {@link Setup} reads them
     */
    public static void main(String[] args) throws IOException, SQLException {
        Setup setup = Setup.of(args);
        Artifacts artifacts = Artifacts.onClassPath();
        Table table = new Table(setup.titles("Headway / "));
        setup.forEach(artifacts, (history, server) -> {
            Ready ready = new Ready(setup, artifacts, history, server);
            Race.Results<Contender> times = new Race<Contender>(setup.rounds())
                    .run(setup.contenders(), contender -> Race.seconds(() -> ready.run(contender)));
            List<String> row = new ArrayList<>(List.of(server.name(), Table.number(history.count())));
            setup.contenders().forEach(contender -> row.add(Table.ms(times.of(contender))));
            setup.peers().forEach(peer -> row.add(ratio(times, peer)));
            table.row(row);
        });
    }

    private static String ratio(Race.Results<Contender> times, Contender peer) {
        return peer == Contender.JDBC
                ? Table.ratio(times.ratio(Contender.HEADWAY, peer))
                : Table.ratio(times.median(round -> above(round, Contender.HEADWAY) / above(round, peer)))
                        + " (above JDBC)";
    }

    private static double above(Race.Round<Contender> round, Contender contender) {
        return round.of(contender) - round.of(Contender.JDBC);
    }
}
