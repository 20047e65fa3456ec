package dev.headway;

import dev.headway.database.Databases;
import dev.headway.database.Dialect;
import dev.headway.database.Version;
import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.NotScriptableException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.graph.Direction;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.script.ScriptGenerator;
import dev.headway.op.Database;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes migrations as SQL scripts instead of running them, for databases that Headway cannot connect to. A revision that needs
 * a live database, because it uses {@code handle()}, {@code inspect()} or {@code backfill}, cannot be written. Immutable. {@link
 * Migrations#script} creates script writers.
 *
 * <p>A script has the same effect as a run, and updates {@code headway_revision} like a run, so runs and scripts can alternate.
 * It acquires no lock, and writes nothing to {@code headway_log}. Each revision is one transaction if the database can roll
 * back DDL. Execute a script so that it stops at the first error, for example with {@code psql -v ON_ERROR_STOP=1 -f}.
 */
public final class ScriptWriter {
    private final Dialect dialect;
    private final History history;
    private final Consumer<RevisionInfo> secret;

    ScriptWriter(Database database, History history) {
        this(Databases.of(database).dialect(Version.LATEST), history, revision -> {});
    }

    private ScriptWriter(Dialect dialect, History history, Consumer<RevisionInfo> secret) {
        this.dialect = dialect;
        this.history = history;
        this.secret = secret;
    }

    /** Returns a writer with the revisions of these registries, instead of those found on the class path. */
    public ScriptWriter registries(RevisionRegistry... registries) {
        return new ScriptWriter(dialect, history.ofRegistries(List.of(registries)), secret);
    }

    /** Returns a writer with the revisions whose {@code @Revision} specifies {@code database = name}. */
    public ScriptWriter database(String name) {
        return new ScriptWriter(dialect, history.ofDatabase(name), secret);
    }

    /**
     * Returns a writer that passes each revision to {@code listener} whose statements contain a secret: one that is marked with
     * {@code secret()}, or that Headway would hide in messages. The script contains the secret.
     */
    public ScriptWriter onSecret(Consumer<RevisionInfo> listener) {
        return new ScriptWriter(dialect, history, listener);
    }

    /**
     * Returns a script that applies {@code to} and all revisions that it requires.
     *
     * @param from the id of the revision that is applied, with all revisions that it requires; or {@code base} if none is
     *     applied, then the script first creates Headway's own tables
     * @param to a target, as for {@link Migrator#upgrade}
     * @return the script; empty if there is nothing to do
     * @throws NotScriptableException if a revision needs a live database
     * @throws UnsupportedChangeException if the database does not support an operation of a revision
     */
    public String upgrade(String from, String to) {
        return generator().script(Direction.UPGRADE, from, to);
    }

    /**
     * Returns a script that reverts all revisions after {@code to}.
     *
     * @param from the revision that is applied, with all revisions that it requires: an id, {@code head} or {@code heads}
     * @param to a target, as for {@link Migrator#downgrade}
     * @return the script; empty if there is nothing to do
     * @throws IrreversibleMigrationException if one of the revisions has no downgrade
     * @throws NotScriptableException if a revision needs a live database
     * @throws UnsupportedChangeException if the database does not support an operation of a revision
     */
    public String downgrade(String from, String to) {
        return generator().script(Direction.DOWNGRADE, from, to);
    }

    /**
     * Returns a script that marks {@code targets} as applied, without running anything.
     *
     * @param from the revision that is marked as applied, with all revisions that it requires; {@code base} for none
     * @param targets targets, as for {@link Migrator#stamp}
     */
    public String stamp(String from, String... targets) {
        return generator().stamp(from, targets);
    }

    private ScriptGenerator generator() {
        return new ScriptGenerator(dialect, history.graph(), new MigrationFactory(history), secret);
    }
}
