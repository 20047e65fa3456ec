package dev.headway.benchmarks;

import dev.headway.benchmarks.run.BareJdbc;
import dev.headway.benchmarks.run.FlywayMigrate;
import dev.headway.benchmarks.run.HeadwayUpgrade;
import dev.headway.benchmarks.run.LiquibaseUpdate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who brings a database up to date. */
enum MigrationTool {
    /** The floor. */
    JDBC("bare JDBC", BareJdbc.class),
    /** Ours. */
    HEADWAY("Headway", HeadwayUpgrade.class, "headway-runtime"),
    /** A peer. */
    FLYWAY("Flyway", FlywayMigrate.class, "flyway-core", "flyway-database-postgresql", "flyway-mysql"),
    /** A peer. */
    LIQUIBASE("Liquibase", LiquibaseUpdate.class, "liquibase-core");

    private static final List<String> DRIVERS = List.of("h2", "postgresql", "mariadb-java-client");

    private final String title;
    private final Class<?> main;

    @SuppressWarnings("ImmutableEnumChecker") // of strings
    private final List<String> artifacts;

    MigrationTool(String title, Class<?> main, String... artifacts) {
        this.title = title;
        this.main = main;
        this.artifacts = List.of(artifacts);
    }

    /** Returns the contender of this name. */
    static MigrationTool named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Returns what it is called in tables. */
    String title() {
        return title;
    }

    /** Returns the jars that it needs, without drivers and where its messages go. */
    List<ClassPathJars.Artifact> libraries(ClassPathJars artifacts) {
        return artifacts.withDependencies(this.artifacts);
    }

    /** Returns the program that brings {@code database} to the end of {@code history}. */
    JavaProgram program(
            ClassPathJars artifacts, GeneratedHistory history, BenchmarkServer.Database database, String... options) {
        List<Path> classPath = new ArrayList<>(List.of(artifacts.own()));
        libraries(artifacts).forEach(library -> classPath.add(library.jar()));
        DRIVERS.forEach(driver -> classPath.add(artifacts.of(driver).jar()));
        if (this != JDBC) {
            classPath.add(artifacts.of("slf4j-api").jar());
            classPath.add(artifacts.of("slf4j-nop").jar());
        }
        if (this == HEADWAY) {
            classPath.add(history.classes());
        }
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                database.url(),
                database.user(),
                database.password(),
                String.valueOf(history.count()),
                (this == FLYWAY ? history.files() : history.changelog()).toString()));
        return new JavaProgram(main.getName(), classPath.stream().distinct().toList(), arguments);
    }
}
