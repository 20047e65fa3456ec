package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.error.HeadwayException;
import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Table;
import dev.headway.testing.CrashingDataSource;
import dev.headway.testing.Snapshot;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A directive that is applied to a small schema and taken back by the derived downgrade: one line says what to expect. */
final class RoundTrip {
    private static final List<Database> SEQUENCES = List.of(Database.POSTGRESQL, Database.MARIADB, Database.H2);
    private static final List<Database> SCHEMAS =
            List.of(Database.POSTGRESQL, Database.MARIADB, Database.MYSQL, Database.H2);

    /** MySQL 8.0.15, which tests run on, ignores checks. */
    static final List<Database> KEEPING_CHECKS =
            List.of(Database.POSTGRESQL, Database.MARIADB, Database.H2, Database.SQLITE);

    static final String IGNORED_CHECKS = "MySQL ignores checks before 8.0.16, and this server is older";

    /** The schema that all begin with. */
    static final Directives SCHEMA = op -> {
        op.createEnum("mood", "sad", "happy");
        op.createTable("account", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 320).notNull().comment("where mail goes");
            t.varchar("nick", 20).defaultsTo("x");
            t.integer("age");
            t.bigint("parent_id");
            t.unique("uq_account_email", "email");
            if (keepsChecks(op)) {
                t.check("ck_account_age", "age >= 0");
            }
            t.index("ix_account_nick", "nick");
            t.comment("who may log in");
        });
        op.createTable("purchase", t -> {
            t.bigint("id").notNull();
            t.bigint("account_id");
            t.json("basket");
            t.foreignKey("fk_purchase_account", "account_id")
                    .references("account", "id")
                    .onDelete(ReferentialAction.CASCADE);
        });
        op.createTable("spare", t -> {
            t.bigint("id").primaryKey();
            t.varchar("label", 20);
        });
        op.createView("ids", "SELECT id FROM account");
        op.on(
                SEQUENCES,
                more -> more.createSequence("ticket", s -> s.startWith(5).incrementBy(2)));
        op.on(SCHEMAS, more -> {
            more.createSchema("audit");
            more.createSchema("empty");
            more.createTable("audit.entry", t -> {
                t.bigint("id").primaryKey();
                t.varchar("what", 40);
            });
        });
    };

    static boolean keepsChecks(Operations op) {
        return KEEPING_CHECKS.contains(op.database());
    }

    private final String name;
    private final Directives directive;
    private final List<Directives> given = new ArrayList<>(List.of(SCHEMA));
    private final Set<Database> refusing = new HashSet<>();
    private final Map<Database, String> refusals = new HashMap<>();
    private final Set<Database> idle = new HashSet<>();
    private boolean stays;
    private @Nullable String advice;
    private Predicate<LiveSchema> expected = live -> true;
    private @Nullable Predicate<Table> saying;

    private RoundTrip(String name, Directives directive) {
        this.name = name;
        this.directive = directive;
    }

    static RoundTrip directive(String name, Directives directive) {
        return new RoundTrip(name, directive);
    }

    /** Applies this before, to what all begin with. */
    RoundTrip given(Directives more) {
        given.add(more);
        return this;
    }

    /** Expects a refusal on all databases but these. */
    RoundTrip onlyOn(Database... able) {
        refusing.addAll(all());
        refusing.removeAll(List.of(able));
        return this;
    }

    private static List<Database> all() {
        return Databases.all().stream().map(DatabaseType::database).toList();
    }

    /** Expects a refusal on these databases. */
    RoundTrip exceptOn(Database... databases) {
        refusing.addAll(List.of(databases));
        return this;
    }

    /** Expects a refusal on a database, with these words. */
    RoundTrip refusedBy(Database database, String message) {
        refusing.add(database);
        refusals.put(database, message);
        return this;
    }

    /** Expects that nothing is different afterwards. */
    RoundTrip changesNothing() {
        idle.addAll(all());
        return this;
    }

    /** Expects that nothing is different afterwards on these databases. */
    RoundTrip changesNothingOn(Database... databases) {
        idle.addAll(List.of(databases));
        return this;
    }

    /** Expects that taking it back leaves it as it is. */
    RoundTrip stays() {
        stays = true;
        return this;
    }

    /** Expects that no downgrade can be derived, and this as a part of the message. */
    RoundTrip oneWay(String advice) {
        this.advice = advice;
        return this;
    }

    /** Expects this of the database afterwards, beyond that it is different. */
    RoundTrip then(Predicate<LiveSchema> expected) {
        this.expected = expected;
        return this;
    }

    /** Expects this of the table {@code account} afterwards, on the databases that keep comments. */
    RoundTrip thenAccountSays(Predicate<Table> expected) {
        saying = expected;
        return this;
    }

    /** Expects this of the table {@code account} afterwards. */
    RoundTrip thenAccount(Predicate<Table> expected) {
        return then(live -> live.table("account").filter(expected).isPresent());
    }

    /** Tells whether this is about a schema beside the current one. */
    boolean namesSchema() {
        return name.contains("schema") || name.contains("Schema");
    }

    /**
     * Applies it and takes it back. Where DDL commits at once, it does so too with processes that die behind a statement, and
     * others that go on behind it.
     */
    void run(TestDatabase database) throws SQLException {
        TestRevision first = revision("given", op -> {
            for (Directives each : given) {
                each.applyTo(op);
            }
        });
        TestRevision[] history = {first, revision("change", directive).after("given")};
        Migrator migrator = database.with(history);
        migrator.upgrade("given");
        Snapshot before = Snapshot.of(database);
        Dialect dialect = database.jdbi()
                .withHandle(handle -> Databases.detect(handle.getConnection()).dialect());
        Database kind = dialect.database();
        boolean comesBack = advice == null && !stays;
        if (refusing.contains(kind)) {
            isRefused(migrator, refusals.getOrDefault(kind, ""));
        } else {
            if (!comesBack && !dialect.transactionalDdl()) {
                die(database, 1, history);
            }
            migrator.upgradeToHead();
            changed(database, before, idle.contains(kind));
            takeBack(migrator);
        }
        if (comesBack) {
            assertThat(Snapshot.of(database)).isEqualTo(before);
            assertThat(database.applied()).containsExactly("given");
        }
        if (comesBack && !dialect.transactionalDdl() && !refusing.contains(kind)) {
            for (int statements = 1; die(database, statements, history); statements++) {
                migrator.upgradeToHead();
                migrator.downgrade("given");
            }
            migrator.downgrade("given");
            assertThat(Snapshot.of(database)).isEqualTo(before);
        }
    }

    /** Upgrades until the process dies behind so many statements; returns whether it came to that. */
    private static boolean die(TestDatabase database, int statements, TestRevision... history) {
        CrashingDataSource source = new CrashingDataSource(database.dataSource(), statements);
        try {
            Migrations.on(source.dataSource())
                    .registries(TestRevision.registry(history))
                    .upgradeToHead();
        } catch (HeadwayException e) {
            assertThat(source.crashed()).as(e.toString()).isTrue();
        }
        return source.crashed();
    }

    private static void isRefused(Migrator migrator, String message) {
        assertThatExceptionOfType(UnsupportedChangeException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessageStartingWith("Revision change cannot do ")
                .withMessageContaining(message)
                .withMessageEndingWith(" Nothing was run, and the database is unchanged.");
    }

    private void changed(TestDatabase database, Snapshot before, boolean nothing) throws SQLException {
        Snapshot after = Snapshot.of(database);
        if (nothing) {
            assertThat(after).isEqualTo(before);
            return;
        }
        assertThat(after).isNotEqualTo(before);
        database.jdbi().useHandle(handle -> {
            DetectedDatabase detected = Databases.detect(handle.getConnection());
            LiveSchema live = detected.read(() -> handle);
            assertThat(expected.test(live)).as("is as expected: %s", after).isTrue();
            if (saying != null && !detected.dialect().database().equals(Database.SQLITE)) {
                assertThat(live.table("account")).get().matches(saying, "is commented as expected");
            }
        });
    }

    private void takeBack(Migrator migrator) {
        if (advice == null) {
            migrator.downgrade("given");
        } else {
            assertThatExceptionOfType(IrreversibleMigrationException.class)
                    .isThrownBy(() -> migrator.downgrade("given"))
                    .withMessageContaining(advice);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
