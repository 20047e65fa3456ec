package dev.headway.benchmarks;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A program for each contender, with a database of its own that is up to date. */
final class Ready {
    private final Map<Contender, Program> programs = new EnumMap<>(Contender.class);

    /** Brings the databases up to date. */
    Ready(Setup setup, Artifacts artifacts, History history, Server server, String... options) throws SQLException {
        for (Contender contender : setup.contenders()) {
            Program program = contender.program(artifacts, history, server.create(), options);
            program.run();
            programs.put(contender, program);
        }
    }

    /** Runs one; returns what it printed. */
    String run(Contender contender) {
        return Objects.requireNonNull(programs.get(contender)).run();
    }
}
