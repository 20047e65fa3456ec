package dev.headway.benchmarks;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A program for each contender, with a database of its own that is up to date. */
final class UpToDatePrograms {
    private final Map<MigrationTool, JavaProgram> programs = new EnumMap<>(MigrationTool.class);

    /** Brings the databases up to date. */
    UpToDatePrograms(
            BenchmarkSettings setup,
            ClassPathJars artifacts,
            GeneratedHistory history,
            BenchmarkServer server,
            String... options)
            throws SQLException {
        for (MigrationTool contender : setup.contenders()) {
            JavaProgram program = contender.program(artifacts, history, server.create(), options);
            program.run();
            programs.put(contender, program);
        }
    }

    /** Runs one; returns what it printed. */
    String run(MigrationTool contender) {
        return Objects.requireNonNull(programs.get(contender)).run();
    }
}
