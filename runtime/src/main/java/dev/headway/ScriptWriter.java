package dev.headway;

import dev.headway.database.Databases;
import dev.headway.database.Dialect;
import dev.headway.database.Version;
import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.NotScriptableException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.graph.Direction;
import dev.headway.graph.RevisionRegistry;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.Scripter;
import dev.headway.op.Database;
import java.util.List;

/**
 * Writes migrations as SQL instead of running them, for databases that only others may touch. No database is asked: what a
 * revision needs to know of a live one, by {@code handle()}, {@code inspect()} or {@code backfill}, it cannot have. Immutable;
 * {@link Migrations#script} makes it.
 *
 * <p>A script does what a run does, and keeps {@code headway_revision} as a run does, so that runs and scripts can follow each
 * other. It takes no lock and writes nothing to {@code headway_log}. Each revision is a transaction where the database can take
 * back DDL. Run it so that the first error ends it: {@code psql -v ON_ERROR_STOP=1 -f}.
 */
public final class ScriptWriter {
    private final Dialect dialect;
    private final History history;
    private final Scripter scripter;

    ScriptWriter(Database database, History history) {
        this(Databases.of(database).dialect(Version.LATEST), history);
    }

    private ScriptWriter(Dialect dialect, History history) {
        this.dialect = dialect;
        this.history = history;
        this.scripter = new Scripter(dialect, history, new Migrating(history));
    }

    /** Returns a writer with the revisions of these registries, instead of those found on the class path. */
    public ScriptWriter registries(RevisionRegistry... registries) {
        return new ScriptWriter(dialect, history.from(List.of(registries)));
    }

    /** Returns a writer with the revisions whose {@code @Revision} says {@code database = name}. */
    public ScriptWriter database(String name) {
        return new ScriptWriter(dialect, history.of(name));
    }

    /**
     * Returns a script that applies {@code to} and all that it requires.
     *
     * @param from what is applied already, with all that it requires: an id, or {@code base} for nothing; then the script
     *     begins with Headway's own tables
     * @param to a target, as for {@link Migrator#upgrade}
     * @return the script; empty if there is nothing to do
     * @throws NotScriptableException if a revision needs a live database
     * @throws UnsupportedChangeException if the database cannot do what a revision asks for
     */
    public String upgrade(String from, String to) {
        return scripter.script(Direction.UPGRADE, from, to);
    }

    /**
     * Returns a script that takes back all that came after {@code to}.
     *
     * @param from what is applied, with all that it requires: an id, {@code head} or {@code heads}
     * @param to a target, as for {@link Migrator#downgrade}
     * @return the script; empty if there is nothing to do
     * @throws IrreversibleMigrationException if a revision on the way has no downgrade
     * @throws NotScriptableException if a revision needs a live database
     * @throws UnsupportedChangeException if the database cannot do what a revision asks for
     */
    public String downgrade(String from, String to) {
        return scripter.script(Direction.DOWNGRADE, from, to);
    }

    /**
     * Returns a script that runs nothing, and makes a database count as being at {@code targets}.
     *
     * @param from what counts as applied, with all that it requires; {@code base} for nothing
     * @param targets targets, as for {@link Migrator#stamp}
     */
    public String stamp(String from, String... targets) {
        return scripter.stamp(from, targets);
    }
}
