package dev.headway.autogenerate;

import com.palantir.javapoet.CodeBlock;
import dev.headway.Configuration;
import dev.headway.ConfigurationException;
import dev.headway.HeadwayException;
import dev.headway.Migrator;
import dev.headway.dialect.Dialects;
import dev.headway.diff.Rename;
import dev.headway.diff.SchemaDiff;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.project.NewRevision;
import dev.headway.schema.Schema;
import dev.headway.source.OperationSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Compares a database with what it is to be like. What it is to be like is built in a scratch place of the same kind of
 * database, and both are read by the same reader: so the database itself says what is alike.
 */
public final class Autogenerate {
    private static final int ROUNDS = 4;

    private final Migrator migrator;
    private final Path directory;
    private final Configuration configuration;
    private final Selection selection;
    private final List<Rename> renames;

    /**
     * Compares the database of {@code migrator} with the target that is configured for the project in a directory.
     *
     * @param renames what has another name in the target
     */
    public Autogenerate(Migrator migrator, Path directory, Configuration configuration, List<Rename> renames) {
        this.migrator = migrator;
        this.directory = directory;
        this.configuration = configuration;
        this.renames = List.copyOf(renames);
        this.selection = Selection.of(names("include"), names("exclude"));
    }

    private List<String> names(String setting) {
        return configuration.value(setting).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * What separates two schemas.
     *
     * @param database the kind of database that both were read from
     * @param from the one
     * @param to the other
     * @param found what leads from one to the other
     */
    public record Comparison(Database database, Schema from, Schema to, SchemaDiff.Found found) {

        /** Returns a line for each difference. */
        public List<String> lines() {
            return found.upgrade().stream().flatMap(Difference::lines).toList();
        }

        /** Returns it as the body of a revision, which shows beside it what may be renames. */
        public NewRevision.Body body() {
            CodeBlock.Builder upgrade = CodeBlock.builder();
            for (Rename rename : found.likelyRenames()) {
                upgrade.add(
                        "// If column $L was renamed, write this instead of dropping and adding it:\n// $L;\n",
                        rename.from(),
                        CodeBlock.of("op.renameColumn($S, $S, $S)", rename.table(), rename.from(), rename.to()));
            }
            return new NewRevision.Body(
                    upgrade.add(new OperationSource(database, to.enums()).of(found.upgrade()))
                            .build(),
                    new OperationSource(database, from.enums()).of(found.downgrade()));
        }
    }

    /** Returns what leads from the database as it is to the target. */
    public Comparison withDatabase() {
        Build target = target();
        return migrator.ask(handle ->
                compare(handle, Dialects.of(handle.getConnection()).live(handle).read(), built(handle, target)));
    }

    /** Returns what leads from what the revisions make to the target; the database is asked for nothing but a scratch place. */
    public Comparison withRevisions() {
        Build target = target();
        return migrator.ask(handle ->
                compare(handle, built(handle, sink -> migrator.replay("heads", sink)), built(handle, target)));
    }

    /** Returns what leads from nothing to the database as it is. */
    public Comparison fromNothing() {
        return migrator.ask(handle -> compare(
                handle,
                Schema.EMPTY,
                Dialects.of(handle.getConnection()).live(handle).read()));
    }

    private Build target() {
        String name = configuration
                .value("target")
                .orElseThrow(() -> new ConfigurationException(
                        "Nobody has said what the database is to be like. Set headway.target to a class that is a"
                                + " TargetSchema, or to a file of SQL that creates all tables."));
        return new Target(directory, name).build();
    }

    private Comparison compare(Handle handle, Schema from, Schema to) throws SQLException {
        Database database = Dialects.of(handle.getConnection()).database();
        SchemaDiff diff = new SchemaDiff(database);
        Comparison comparison = compare(diff, selection.of(from), selection.of(to));
        return comparison.found().isNothing() || database != Database.POSTGRESQL
                ? comparison
                : compare(diff, settled(handle, diff, comparison.from()), settled(handle, diff, comparison.to()));
    }

    private Comparison compare(SchemaDiff diff, Schema from, Schema to) {
        return new Comparison(diff.database(), from, to, diff.between(from, to, renames));
    }

    /**
     * PostgreSQL tells conditions in other words than they were made with, and what is made with those words in others again:
     * {@code level IN ('A')} has a cast more each time, until it has them all. So what differs is made of what was read, and
     * read again, until that changes nothing. What cannot be made again is compared as it is.
     */
    static Schema settled(Handle handle, SchemaDiff diff, Schema schema) throws SQLException {
        Schema settled = schema;
        for (int round = 0; round < ROUNDS; round++) {
            List<Operation> again = diff.between(Schema.EMPTY, settled).upgrade();
            Schema read;
            try {
                read = built(handle, sink -> again.forEach(sink::accept));
            } catch (ConfigurationException cannotBeMadeAgain) {
                return schema;
            }
            if (read.equals(settled)) {
                return settled;
            }
            settled = read;
        }
        return settled;
    }

    private static Schema built(Handle handle, Build build) throws SQLException {
        try {
            return Scratch.beside(handle).read(build);
        } catch (HeadwayException | SQLException e) {
            throw e;
        } catch (Exception e) {
            ConfigurationException refused = new ConfigurationException(
                    "What is wanted cannot be built in a scratch place, so nothing was compared: " + e.getMessage());
            refused.addSuppressed(e);
            throw refused;
        }
    }
}
