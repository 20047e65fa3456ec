package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.Databases;
import dev.headway.op.Directives;
import dev.headway.op.Sql;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint;
import dev.headway.schema.EnumType;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** What a migration finds out by {@code op.inspect()}. */
class InspectTest {
    private static final Directives SHOP = op -> {
        op.createTable("account", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 320).notNull().defaultsTo("?").comment("where mail goes");
            t.comment("who may log in");
        });
        op.addUnique("uq_account_email", "account", "email");
        op.createTable("purchase", t -> {
            t.bigint("id").notNull();
            t.bigint("account_id");
            t.foreignKey("fk_purchase_account", "account_id")
                    .references("account", "id")
                    .onDelete(ReferentialAction.CASCADE);
            if (RoundTrip.keepsChecks(op)) {
                t.check("ck_purchase", "account_id > 0");
            }
        });
        op.addPrimaryKey("pk_purchase", "purchase", "id");
        op.createIndex("ix_purchase", "purchase").column("id").descending("account_id");
    };

    /** Asks in a migration, as migrations do. */
    private static void ask(TestDatabase database, Directives given, Directives question) {
        database.with(revision("given", given), revision("question", question).after("given"))
                .upgradeToHead();
    }

    /** SQLite keeps no comments, and takes no notice of the case of a name. */
    private static boolean isSqlite(TestDatabase database) {
        return database.kind().equals("SQLite");
    }

    @DatabaseTest
    void aMigrationAsksWhatThereIs(TestDatabase database) {
        ask(database, SHOP, op -> {
            LiveSchema live = op.inspect();
            assertThat(live.hasTable("account")).isTrue();
            assertThat(live.hasTable("missing")).isFalse();
            assertThat(live.table("missing")).isEmpty();
            assertThat(live.hasColumn("account", "email")).isTrue();
            assertThat(live.hasColumn("account", "missing")).isFalse();
            assertThat(live.hasColumn("missing", "id")).isFalse();
            assertThat(live.tables())
                    .contains("account", "headway_revision", "purchase")
                    .isSorted();
            assertThat(live.all()).extracting(Table::name).isEqualTo(live.tables());
        });
    }

    @DatabaseTest
    void columnsAreReadInOrderWithAllThatIsSaidOfThem(TestDatabase database) {
        ask(database, SHOP, op -> {
            Table account = op.inspect().table("account").orElseThrow();
            assertThat(account.name()).isEqualTo("account");
            assertThat(account.comment()).isEqualTo(isSqlite(database) ? null : "who may log in");
            assertThat(account.columns()).extracting(Column::name).containsExactly("id", "email");
            Column id = account.columns().get(0);
            assertThat(id.identity()).isNotNull();
            assertThat(id.nullable()).isFalse();
            assertThat(id.defaultValue()).isNull();
            Column email = account.columns().get(1);
            assertThat(email.type().toString()).containsPattern("(?i)(character varying|varchar)\\(320\\)");
            assertThat(String.valueOf(email.defaultValue())).contains("'?'");
            assertThat(email.comment()).isEqualTo(isSqlite(database) ? null : "where mail goes");
        });
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void whatMeansTheSameOnPostgresqlReadsTheSame(TestDatabase database) {
        ask(
                database,
                op -> {
                    op.execute("CREATE TABLE said (at timestamp DEFAULT now(), z timestamptz, t time, i interval)");
                    op.execute("CREATE TABLE meant (at timestamp(6) DEFAULT CURRENT_TIMESTAMP, z timestamptz(6),"
                            + " t time(6), i interval(6))");
                    op.execute("CREATE TABLE other (at timestamp(3) DEFAULT clock_timestamp(), z timestamptz(3),"
                            + " t time(3), i interval(3))");
                },
                op -> {
                    List<Column> said = op.inspect().table("said").orElseThrow().columns();
                    assertThat(op.inspect().table("meant").orElseThrow().columns())
                            .isEqualTo(said);
                    assertThat(op.inspect().table("other").orElseThrow().columns())
                            .hasSize(4)
                            .doesNotContainAnyElementsOf(said);
                });
    }

    @DatabaseTest
    void constraintsAndIndexesAreFoundByName(TestDatabase database) {
        ask(database, SHOP, op -> {
            Table account = op.inspect().table("account").orElseThrow();
            assertThat(account.primaryKey().orElseThrow().columns()).containsExactly("id");
            assertThat(account.constraint("uq_account_email"))
                    .contains(new Constraint.Unique("uq_account_email", List.of("email")));
            assertThat(account.indexes()).isEmpty();
            Table purchase = op.inspect().table("purchase").orElseThrow();
            String named = database.has(Capability.WHOLE_COLUMNS) ? "PRIMARY" : "pk_purchase";
            assertThat(purchase.primaryKey()).contains(new Constraint.PrimaryKey(named, List.of("id")));
            Constraint.ForeignKey key = purchase.foreignKeys().get(0);
            assertThat(key.name()).isEqualTo("fk_purchase_account");
            assertThat(key.table()).isEqualTo("account");
            assertThat(key.referenced()).containsExactly("id");
            assertThat(key.onDelete()).isEqualTo(ReferentialAction.CASCADE);
            assertThat(key.onUpdate()).isEqualTo(ReferentialAction.NO_ACTION);
            assertThat(purchase.constraint("ck_purchase").isPresent()).isEqualTo(database.has(Capability.CHECKS));
            assertThat(purchase.constraint("ck_purchase")
                            .map(check -> ((Constraint.Check) check).condition())
                            .orElse("account_id"))
                    .containsIgnoringCase("account_id");
            assertThat(purchase.index("ix_purchase").orElseThrow().keys())
                    .containsExactly(Index.Key.column("id"), new Index.Key("account_id", false, null, true, null));
        });
    }

    @DatabaseTest(Capability.SCHEMAS)
    void aTableOfAnotherSchemaIsAskedForWithIt(TestDatabase database) {
        ask(
                database,
                op -> {
                    op.createSchema("audit");
                    op.createTable("audit.entry", t -> t.bigint("id").primaryKey());
                    op.createTable("audit.detail", t -> {
                        t.bigint("id").primaryKey();
                        t.bigint("entry_id").references("audit.entry", "id");
                        t.index("ix_detail", "entry_id");
                    });
                },
                op -> {
                    LiveSchema live = op.inspect();
                    assertThat(live.hasTable("audit.detail")).isTrue();
                    assertThat(live.hasTable("detail")).isFalse();
                    assertThat(live.tables()).doesNotContain("detail", "audit.detail");
                    Table detail = live.table("audit.detail").orElseThrow();
                    assertThat(detail.name()).isEqualTo("audit.detail");
                    assertThat(detail.foreignKeys().get(0).table()).isEqualTo("audit.entry");
                    assertThat(detail.indexes()).containsExactly(Index.on("ix_detail", "audit.detail", "entry_id"));
                    assertThat(live.hasTable("missing.entry")).isFalse();
                });
    }

    @DatabaseTest
    void namesAreFoundAsTheyWereSaid(TestDatabase database) {
        List<String> names = new ArrayList<>(List.of("order", "a b", "a.b", "\"q\"", "größe", "x".repeat(60)));
        if (!isSqlite(database)) {
            names.add("Order");
        }
        ask(database, op -> names.forEach(name -> op.createTable(Sql.name(name), t -> t.bigint(name))), op -> {
            for (String name : names) {
                Table table = op.inspect().table(Sql.name(name)).orElseThrow();
                assertThat(table.name()).isEqualTo(Sql.name(name));
                assertThat(table.column(name)).isPresent();
            }
            assertThat(op.inspect().hasTable("ORDER")).isEqualTo(isSqlite(database));
        });
    }

    @DatabaseTest
    void theCurrentTimeIsADefaultThatCanBeTakenAway(TestDatabase database) {
        ask(
                database,
                op -> op.createTable("dated", t -> {
                    t.timestamptz("at").defaultsTo(Sql.now());
                    t.bigint("id").primaryKey();
                }),
                op -> {
                    op.alterColumn("dated", "at").noDefault();
                    assertThat(op.inspect().table("dated").orElseThrow().column("at"))
                            .hasValueSatisfying(
                                    at -> assertThat(at.defaultValue()).isNull());
                });
    }

    @DatabaseTest
    void aConstraintIsDroppedByWhatItIsLike(TestDatabase database) {
        ask(
                database,
                op -> {
                    SHOP.applyTo(op);
                    op.createTable("bill", t -> {
                        t.bigint("id").primaryKey();
                        t.bigint("account").references("account", "id");
                    });
                },
                op -> {
                    op.dropConstraint("bill", c -> c.foreignKey("account").references("account", "id"));
                    assertThat(op.inspect().table("bill").orElseThrow().foreignKeys())
                            .isEmpty();
                });
    }

    @DatabaseTest(Capability.SEQUENCES)
    void sequencesAreReadAsTheyWereMade(TestDatabase database) {
        ask(
                database,
                op -> {
                    op.createTable("numbered", t -> t.bigint("id").identity().primaryKey());
                    op.createSequence("up");
                    op.createSequence(
                            "Down",
                            s -> s.startWith(-5)
                                    .incrementBy(-5)
                                    .minValue(-500)
                                    .maxValue(-5)
                                    .cycle());
                    op.createSequence("late", s -> s.startWith(1000).incrementBy(50));
                },
                op -> assertThat(op.inspect().sequences())
                        .containsExactlyInAnyOrder(
                                new Sequence("up", 1, 1, null, null, false),
                                new Sequence("Down", -5, -5, -500L, -5L, true),
                                new Sequence("late", 1000, 50, null, null, false)));
    }

    @DatabaseTest
    void viewsAreReadSoThatTheyCanBeMadeAgain(TestDatabase database) {
        Directives made = op -> {
            SHOP.applyTo(op);
            op.createView("rich", "SELECT id, email FROM account WHERE id > 7");
        };
        List<View> read = new ArrayList<>();
        ask(database, made, op -> read.addAll(op.inspect().views()));
        assertThat(read)
                .singleElement()
                .satisfies(view -> assertThat(view.name()).isEqualTo("rich"));

        database.with(revision("given", made), revision("question", op -> {}).after("given"))
                .downgrade("given");
        database.with(
                        revision("given", made),
                        revision("again", op -> {
                                    op.dropView("rich");
                                    op.createView("rich", read.get(0).query());
                                    assertThat(op.inspect().views()).isEqualTo(read);
                                })
                                .after("given"))
                .upgradeToHead();
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void enumsAreReadWithTheirValuesInOrder(TestDatabase database) {
        ask(
                database,
                op -> op.createEnum("mood", "sad", "it's ok", "happy"),
                op -> assertThat(op.inspect().enums())
                        .containsExactly(new EnumType("mood", List.of("sad", "it's ok", "happy"))));
    }

    @DatabaseTest
    void aDirectiveBeforeTheQuestionHasTakenEffect(TestDatabase database) {
        ask(database, SHOP, op -> {
            op.addColumn("account", c -> c.text("note"));
            assertThat(op.inspect().hasColumn("account", "note")).isTrue();
        });
    }

    @DatabaseTest(Capability.SCHEMAS)
    void manyTablesTakeAsManyQueriesAsOne(TestDatabase database) throws SQLException {
        database.with(revision("a", SHOP)).upgradeToHead();
        int few = queries(database);
        for (int i = 0; i < 20; i++) {
            database.execute("CREATE TABLE more_" + i + " (id bigint PRIMARY KEY, n integer UNIQUE)");
        }

        assertThat(queries(database)).isEqualTo(few).isBetween(1, 6);
    }

    private static int queries(TestDatabase database) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        database.jdbi().useHandle(handle -> {
            handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    count.incrementAndGet();
                }
            });
            assertThat(Databases.detect(handle.getConnection())
                            .read(() -> handle)
                            .all())
                    .isNotEmpty();
        });
        return count.get();
    }
}
