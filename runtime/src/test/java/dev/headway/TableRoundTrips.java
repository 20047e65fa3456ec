package dev.headway;

import static dev.headway.RoundTrip.directive;
import static dev.headway.op.Database.H2;
import static dev.headway.op.Database.MARIADB;
import static dev.headway.op.Database.MYSQL;
import static dev.headway.op.Database.POSTGRESQL;
import static dev.headway.op.Database.SQLITE;

import dev.headway.op.Directives;
import dev.headway.op.NumberColumn;
import dev.headway.op.Operations;
import dev.headway.op.Sql;
import dev.headway.op.TextColumn;
import dev.headway.schema.Identity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** What is said of whole tables. */
final class TableRoundTrips {
    /** A table with a column of each type that all databases have. */
    static final Directives ALL_TYPES = op -> op.createTable("t", t -> {
        t.bool("a_boolean").defaultsTo(true);
        t.smallint("a_smallint").defaultsTo(1);
        t.integer("an_integer").defaultsTo(-1);
        t.bigint("a_bigint");
        t.decimal("a_decimal", 10, 2).defaultsTo(new BigDecimal("1.50"));
        t.real("a_real");
        t.doublePrecision("a_double");
        t.varchar("a_varchar", 20).defaultsTo("it's");
        t.character("a_char", 3);
        t.text("a_text");
        t.date("a_date").defaultsTo(LocalDate.of(2024, 2, 29));
        t.time("a_time");
        t.timestamp("a_timestamp");
        t.timestamptz("a_timestamptz").defaultsTo(Sql.now());
        t.uuid("a_uuid");
        t.json("a_json").defaultsTo("{}");
        t.binary("a_binary").defaultsTo(new byte[] {1, 2});
        t.enumerated("a_mood", "mood", "sad", "happy").defaultsTo("sad");
    });

    /** A table with all that can be said of columns on all databases. */
    static final Directives ALL_KINDS = op -> op.createTable("t", t -> {
        boolean checks = RoundTrip.keepsChecks(op);
        t.bigint("id").identity().comment("its number");
        NumberColumn<?> base = t.integer("base").unique("uq_t_base");
        t.integer("twice").generatedAs("base * 2");
        TextColumn<?> code = t.varchar("code", 9).unique();
        if (checks) {
            base.check("ck_t_base", "base > 0");
            code.check("code <> 'x'");
        }
        t.bigint("account_id").references("account", "id");
        t.primaryKey("id");
        t.comment("a table's comment");
    });

    private TableRoundTrips() {}

    private static void collated(Operations op, String collation) {
        op.createTable("t", t -> t.text("a").collate(collation));
    }

    static List<RoundTrip> all() {
        return List.of(
                directive(
                                "createTable",
                                op -> op.createTable("t", t -> t.bigint("id").primaryKey()))
                        .then(live -> live.table("t").orElseThrow().primaryKey().isPresent()),
                directive(
                                "createTable in a schema",
                                op -> op.createTable("audit.t", t -> {
                                    t.bigint("id").primaryKey();
                                    t.bigint("entry_id");
                                    t.foreignKey("fk_t", "entry_id").references("audit.entry", "id");
                                    t.index("ix_t", "entry_id");
                                }))
                        .then(live -> live.hasTable("audit.t") && !live.hasTable("t")),
                directive("createTable with all types", ALL_TYPES)
                        .then(live -> live.table("t").orElseThrow().columns().size() == 18),
                directive(
                                "createTable with an interval and an array",
                                op -> op.createTable("t", t -> {
                                    t.interval("an_interval");
                                    t.array("tags", of -> of.varchar(9));
                                }))
                        .refusedBy(MARIADB, "MariaDB has no intervals. Use a bigint of milliseconds.")
                        .refusedBy(MYSQL, "MySQL has no intervals. Use a bigint of milliseconds.")
                        .refusedBy(SQLITE, "SQLite has no lengths of time.")
                        .then(live -> live.table("t").orElseThrow().columns().size() == 2),
                directive("createTable with columns of all kinds", ALL_KINDS)
                        .then(live -> live.table("t")
                                        .orElseThrow()
                                        .column("id")
                                        .orElseThrow()
                                        .identity()
                                != null),
                directive(
                                "createTable with an identity that says all",
                                op -> op.createTable(
                                        "t",
                                        t -> t.bigint("id")
                                                .identity(new Identity(true, 100, 10))
                                                .primaryKey()))
                        .refusedBy(MARIADB, "MariaDB numbers rows one by one")
                        .refusedBy(MYSQL, "MySQL numbers rows one by one")
                        .refusedBy(SQLITE, "SQLite cannot keep an insert from bringing a number of its own")
                        .then(live -> new Identity(true, 100, 10)
                                .equals(live.table("t")
                                        .orElseThrow()
                                        .column("id")
                                        .orElseThrow()
                                        .identity())),
                directive(
                                "createTable with a key of two columns",
                                op -> op.createTable("t", t -> {
                                    t.bigint("b").primaryKey();
                                    t.bigint("a").primaryKey();
                                }))
                        .then(live -> live.table("t")
                                .orElseThrow()
                                .primaryKey()
                                .orElseThrow()
                                .columns()
                                .equals(List.of("b", "a"))),
                directive("createTable with a collation", op -> {
                            op.on(POSTGRESQL, pg -> collated(pg, "C"));
                            op.on(List.of(MARIADB, MYSQL), my -> collated(my, "utf8mb4_bin"));
                            op.on(SQLITE, lite -> collated(lite, "NOCASE"));
                            op.on(H2, h2 -> collated(h2, "C"));
                        })
                        .refusedBy(H2, "H2 has one collation for a whole database. Put it inside on(Database.…)")
                        .then(live -> live.table("t")
                                        .orElseThrow()
                                        .column("a")
                                        .orElseThrow()
                                        .collation()
                                != null),
                directive(
                                "createTable().ifNotExists()",
                                op -> op.createTable("t", t -> t.bigint("id")).ifNotExists())
                        .oneWay("Whether ifNotExists() created the table is not known afterwards"),
                directive(
                                "createTable().ifNotExists() of one that is there",
                                op -> op.createTable("spare", t -> t.bigint("other"))
                                        .ifNotExists())
                        .changesNothing()
                        .oneWay("Whether ifNotExists() created the table is not known afterwards"),
                directive(
                        "createTable().engine().charset()",
                        op -> op.createTable("t", t -> t.bigint("id"))
                                .engine("InnoDB")
                                .charset("utf8mb4")),
                directive("dropTable", op -> op.dropTable("spare"))
                        .then(live -> !live.hasTable("spare"))
                        .oneWay("Specify its definition, dropTable(\"spare\", t -> { … })"),
                directive(
                                "dropTable as it was",
                                op -> op.dropTable("spare", t -> {
                                    t.bigint("id").primaryKey();
                                    t.varchar("label", 20);
                                }))
                        .then(live -> !live.hasTable("spare")),
                directive(
                                "dropTable in a schema",
                                op -> op.dropTable("audit.entry", t -> {
                                    t.bigint("id").primaryKey();
                                    t.varchar("what", 40);
                                }))
                        .then(live -> !live.hasTable("audit.entry")),
                directive(
                                "dropTable().ifExists()",
                                op -> op.dropTable("missing").ifExists())
                        .changesNothing()
                        .oneWay("dropTable(\"missing\") cannot be inverted"),
                directive("renameTable", op -> op.renameTable("account", "member"))
                        .then(live -> live.hasTable("member") && !live.hasTable("account")),
                directive("renameTable in a schema", op -> op.renameTable("audit.entry", "line"))
                        .then(live -> live.hasTable("audit.line")),
                directive(
                                "alterTable",
                                op -> op.alterTable("account", t -> {
                                    t.addColumn(c -> c.integer("score")
                                            .notNull()
                                            .defaultsTo(0)
                                            .comment("how good"));
                                    t.renameColumn("nick", "handle");
                                    t.dropConstraint("ck_account_age", c -> c.check("age >= 0"));
                                    t.alterColumn("age").bigint().from(c -> c.integer());
                                    t.addCheck("ck_account_score", "score >= 0");
                                    t.commentOnColumn("age", "in years").from(c -> c.bigint());
                                }))
                        .refusedBy(MYSQL, RoundTrip.IGNORED_CHECKS)
                        .thenAccount(account -> account.column("handle").isPresent()
                                && account.constraint("ck_account_score").isPresent()
                                && account.constraint("ck_account_age").isEmpty()),
                directive(
                                "alterTable without checks",
                                op -> op.alterTable("account", t -> {
                                    t.addColumn(c -> c.integer("score")
                                            .notNull()
                                            .defaultsTo(0)
                                            .comment("how good"));
                                    t.renameColumn("nick", "handle");
                                    t.dropConstraint("uq_account_email", c -> c.unique("email"));
                                    t.alterColumn("parent_id").integer().from(c -> c.bigint());
                                    t.addUnique("uq_account_score", "score");
                                    t.commentOnColumn("parent_id", "who invited")
                                            .from(c -> c.integer());
                                }))
                        .thenAccount(account -> account.column("handle").isPresent()
                                && account.constraint("uq_account_score").isPresent()
                                && account.constraint("uq_account_email").isEmpty()),
                directive(
                                "alterTable that drops columns with what is on them",
                                op -> op.alterTable("account", t -> {
                                    t.dropColumn("grade", c -> c.integer());
                                    t.dropConstraint("uq_score", c -> c.unique("score"));
                                    t.dropColumn("score", c -> c.integer());
                                    t.addColumn(c -> c.integer("rank"));
                                }))
                        .given(op -> {
                            op.addColumn("account", c -> c.integer("score"));
                            op.addUnique("uq_score", "account", "score");
                            op.addColumn("account", c -> c.integer("grade"));
                        })
                        .thenAccount(account -> account.column("score").isEmpty()),
                directive(
                                "alterTable that adds a column and one computed from it",
                                op -> op.alterTable("account", t -> {
                                    t.addColumn(c -> c.integer("score"));
                                    t.addColumn(c -> c.integer("twice").generatedAs("score * 2"));
                                }))
                        .thenAccount(account -> account.column("twice").isPresent()),
                directive("commentOnTable", op -> op.commentOnTable("account", "it's new"))
                        .changesNothingOn(SQLITE)
                        .thenAccount(account -> "it's new".equals(account.comment()))
                        .oneWay("commentOnTable(\"account\", …).from(\"…\")"),
                directive(
                                "commentOnTable().from()",
                                op -> op.commentOnTable("account", null).from("who may log in"))
                        .changesNothingOn(SQLITE)
                        .thenAccount(account -> account.comment() == null),
                directive(
                                "commentOnTable() where there was none",
                                op -> op.commentOnTable("spare", "for later").from(null))
                        .changesNothingOn(SQLITE)
                        .then(live -> live.table("spare").orElseThrow().comment() != null),
                directive("on(one database)", op -> op.on(POSTGRESQL, pg -> pg.renameTable("spare", "elephant")))
                        .changesNothingOn(H2, MARIADB, MYSQL, SQLITE)
                        .then(live -> live.hasTable("elephant")),
                directive("autocommit", op -> op.autocommit(out -> out.renameTable("spare", "other")))
                        .then(live -> live.hasTable("other")),
                directive("lockTimeout", op -> op.lockTimeout(Duration.ofSeconds(3)))
                        .changesNothing(),
                directive("statementTimeout", op -> op.statementTimeout(Duration.ofSeconds(3)))
                        .refusedBy(SQLITE, "SQLite cannot limit how long a statement takes")
                        .refusedBy(MYSQL, "MySQL limits the time of SELECT statements only")
                        .changesNothing());
    }
}
