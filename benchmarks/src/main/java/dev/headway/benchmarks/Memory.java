package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures the most memory that whole processes have that find nothing to do; on Linux, which tells it. */
public final class Memory {
    private static final double KILOBYTES = 1024;

    private Memory() {}

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
            Ready ready = new Ready(setup, artifacts, history, server, "-Dpeak");
            Race.Results<Contender> megabytes = new Race<Contender>(setup.rounds())
                    .run(setup.contenders(), contender -> lastNumber(ready.run(contender)) / KILOBYTES);
            List<String> row = new ArrayList<>(List.of(server.name(), Table.number(history.count())));
            setup.contenders().forEach(contender -> row.add(Table.mb(megabytes.of(contender))));
            setup.peers().forEach(peer -> row.add(Table.ratio(megabytes.ratio(Contender.HEADWAY, peer))));
            table.row(row);
        });
    }

    private static double lastNumber(String printed) {
        return Double.parseDouble(printed.lines().reduce("", (first, last) -> last));
    }
}
