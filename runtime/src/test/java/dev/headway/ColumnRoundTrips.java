package dev.headway;

import static dev.headway.RoundTrip.directive;
import static dev.headway.op.Database.H2;
import static dev.headway.op.Database.MARIADB;
import static dev.headway.op.Database.MYSQL;
import static dev.headway.op.Database.POSTGRESQL;
import static dev.headway.op.Database.SQLITE;

import dev.headway.op.Operations;
import dev.headway.op.Sql;
import dev.headway.schema.Column;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Table;
import java.util.List;

/** What is said of columns. */
final class ColumnRoundTrips {
    private ColumnRoundTrips() {}

    static List<RoundTrip> all() {
        return List.of(
                directive("addColumn", op -> op.addColumn("account", c -> c.varchar("phone", 20)))
                        .thenAccount(account -> column(account, "phone").nullable()),
                directive("addColumn in a schema", op -> op.addColumn("audit.entry", c -> c.integer("level")))
                        .then(live -> live.hasColumn("audit.entry", "level")),
                directive(
                                "addColumn with a default and a comment",
                                op -> op.addColumn(
                                        "account",
                                        c -> c.integer("score")
                                                .notNull()
                                                .defaultsTo(7)
                                                .comment("how good")))
                        .thenAccount(account -> !column(account, "score").nullable()
                                && column(account, "score").defaultValue() != null)
                        .thenAccountSays(account ->
                                "how good".equals(column(account, "score").comment())),
                directive(
                                "addColumn with constraints",
                                op -> op.addColumn(
                                        "account",
                                        c -> c.bigint("boss_id")
                                                .unique("uq_account_boss")
                                                .check("ck_account_boss", "boss_id <> 0")
                                                .references(
                                                        "account",
                                                        "id",
                                                        key -> key.named("fk_account_boss")
                                                                .onDelete(ReferentialAction.CASCADE))))
                        .refusedBy(MYSQL, RoundTrip.IGNORED_CHECKS)
                        .thenAccount(
                                account -> account.constraint("uq_account_boss").isPresent()
                                        && account.constraint("ck_account_boss").isPresent()
                                        && account.foreignKeys().get(0).onDelete() == ReferentialAction.CASCADE),
                directive(
                                "addColumn with constraints that the database names",
                                op -> op.addColumn(
                                        "account",
                                        c -> c.bigint("boss_id")
                                                .unique()
                                                .check("boss_id <> 0")
                                                .references("account", "id")))
                        .refusedBy(MYSQL, RoundTrip.IGNORED_CHECKS)
                        .thenAccount(account -> account.foreignKeys().size() == 1),
                directive(
                                "addColumn that is unique and refers to another",
                                op -> op.addColumn(
                                        "account",
                                        c -> c.bigint("boss_id").unique().references("account", "id")))
                        .thenAccount(account -> account.foreignKeys().size() == 1),
                directive(
                                "addColumn that is an identity",
                                op -> op.addColumn(
                                        "purchase", c -> c.bigint("number").identityAlways()))
                        .exceptOn(MARIADB, MYSQL)
                        .refusedBy(SQLITE, "SQLite numbers rows only in a column of a whole-number type")
                        .then(live -> live.table("purchase")
                                .flatMap(table -> table.column("number"))
                                .orElseThrow()
                                .identity()
                                .always()),
                directive(
                                "addColumn that is generated",
                                op -> op.addColumn(
                                        "account", c -> c.integer("months").generatedAs("age * 12")))
                        .thenAccount(
                                account -> column(account, "months").generated().stored()),
                directive(
                                "addColumn that is generated when it is read",
                                op -> op.addColumn(
                                        "account", c -> c.integer("months").generatedWhenReadAs("age * 12")))
                        .thenAccount(account -> column(account, "months").generated() != null),
                directive(
                                "addColumn of an enum",
                                op -> op.addColumn(
                                        "account",
                                        c -> c.enumerated("mood", "mood", "sad", "happy")
                                                .notNull()
                                                .defaultsTo("sad")))
                        .thenAccount(account -> column(account, "mood").defaultValue() != null),
                directive(
                                "addColumn of an array",
                                op -> op.addColumn("account", c -> c.array("tags", of -> of.integer())))
                        .refusedBy(MARIADB, "MariaDB has no arrays. Use json or a table of its own")
                        .refusedBy(MYSQL, "MySQL has no arrays. Use json or a table of its own")
                        .refusedBy(SQLITE, "SQLite has no arrays. Use json or a table of its own")
                        .thenAccount(account -> account.column("tags").isPresent()),
                directive(
                                "addColumn of a type of the database",
                                op -> op.addColumn("account", c -> c.type("t", "char(7)")))
                        .thenAccount(account -> account.column("t").isPresent()),
                directive(
                                "addColumn().ifNotExists()",
                                op -> op.addColumn("account", c -> c.text("phone"))
                                        .ifNotExists())
                        .refusedBy(MYSQL, "MySQL has no ADD COLUMN IF NOT EXISTS")
                        .oneWay("Whether ifNotExists() added the column is not known afterwards"),
                directive(
                                "addColumn().ifNotExists() of one that is there",
                                op -> op.addColumn("account", c -> c.text("nick"))
                                        .ifNotExists())
                        .refusedBy(MYSQL, "MySQL has no ADD COLUMN IF NOT EXISTS")
                        .changesNothing()
                        .oneWay("Whether ifNotExists() added the column is not known afterwards"),
                directive("dropColumn", op -> op.dropColumn("account", "parent_id"))
                        .thenAccount(account -> account.column("parent_id").isEmpty())
                        .oneWay("dropColumn(\"account\", \"parent_id\", c -> c.varchar(20))"),
                directive("dropColumn as it was", op -> op.dropColumn("account", "parent_id", c -> c.bigint()))
                        .thenAccount(account -> account.column("parent_id").isEmpty()),
                directive(
                                "dropColumn with a default and a comment",
                                op -> op.dropColumn(
                                        "account",
                                        "last",
                                        c -> c.varchar(9)
                                                .notNull()
                                                .defaultsTo("z")
                                                .comment("the last")))
                        .given(op -> op.addColumn(
                                "account",
                                c -> c.varchar("last", 9)
                                        .notNull()
                                        .defaultsTo("z")
                                        .comment("the last"))),
                directive(
                                "dropColumn with constraints",
                                op -> op.dropColumn(
                                        "account",
                                        "last",
                                        c -> c.bigint()
                                                .unique("uq_last")
                                                .references("account", "id", key -> key.named("fk_last"))))
                        .given(op -> op.addColumn(
                                "account",
                                c -> c.bigint("last")
                                        .unique("uq_last")
                                        .references("account", "id", key -> key.named("fk_last")))),
                directive(
                                "dropColumn().ifExists()",
                                op -> op.dropColumn("account", "missing", c -> c.text())
                                        .ifExists())
                        .refusedBy(MYSQL, "MySQL has no DROP COLUMN IF EXISTS")
                        .changesNothing()
                        .oneWay("dropColumn(\"account\", \"missing\") cannot be inverted"),
                directive("renameColumn", op -> op.renameColumn("account", "email", "mail"))
                        .thenAccount(account -> account.constraint("uq_account_email")
                                .orElseThrow()
                                .columns()
                                .equals(List.of("mail")))
                        .thenAccountSays(account ->
                                "where mail goes".equals(column(account, "mail").comment())),
                directive("renameColumn in a schema", op -> op.renameColumn("audit.entry", "what", "happened"))
                        .then(live -> live.hasColumn("audit.entry", "happened")),
                directive(
                                "alterColumn to another type",
                                op -> op.alterColumn("account", "email")
                                        .varchar(400)
                                        .from(c -> c.varchar(320)))
                        .thenAccount(account -> !column(account, "email").nullable())
                        .thenAccountSays(account -> "where mail goes"
                                .equals(column(account, "email").comment())),
                directive(
                                "alterColumn to another type, using",
                                op -> op.alterColumn("account", "nick")
                                        .integer()
                                        .using("length(nick)")
                                        .noDefault()
                                        .from(c -> c.varchar(20).defaultsTo("x")))
                        .refusedBy(MARIADB, "MariaDB converts values by itself, without USING")
                        .refusedBy(MYSQL, "MySQL converts values by itself, without USING"),
                directive(
                                "alterColumn that keeps its default",
                                op -> op.alterColumn("account", "nick")
                                        .varchar(30)
                                        .from(c -> c.varchar(20).defaultsTo("x")))
                        .thenAccount(account -> column(account, "nick").defaultValue() != null),
                directive(
                        "alterColumn in a schema",
                        op -> op.alterColumn("audit.entry", "what").varchar(50).from(c -> c.varchar(40))),
                directive(
                                "alterColumn to not null",
                                op -> op.alterColumn("account", "age").notNull().from(c -> c.integer()))
                        .thenAccount(account -> !column(account, "age").nullable()),
                directive(
                                "alterColumn to nullable",
                                op -> op.alterColumn("account", "email")
                                        .nullable()
                                        .from(c -> c.varchar(320).notNull()))
                        .thenAccount(account -> column(account, "email").nullable()),
                directive(
                                "alterColumn to a default",
                                op -> op.alterColumn("account", "age")
                                        .defaultsTo(18)
                                        .from(c -> c.integer()))
                        .thenAccount(account -> column(account, "age").defaultValue() != null),
                directive(
                                "alterColumn to a default that is SQL",
                                op -> op.alterColumn("account", "age")
                                        .defaultsTo(Sql.raw("length('abc')"))
                                        .from(c -> c.integer()))
                        .thenAccount(account -> column(account, "age").defaultValue() != null),
                directive(
                        "alterColumn to another default",
                        op -> op.alterColumn("account", "nick")
                                .defaultsTo("it's")
                                .from(c -> c.varchar(20).defaultsTo("x"))),
                directive(
                                "alterColumn to no default",
                                op -> op.alterColumn("account", "nick")
                                        .noDefault()
                                        .from(c -> c.varchar(20).defaultsTo("x")))
                        .thenAccount(account -> column(account, "nick").defaultValue() == null),
                directive(
                                "alterColumn to no identity",
                                op -> op.alterColumn("account", "id")
                                        .noIdentity()
                                        .from(c -> c.bigint().identity()))
                        .refusedBy(SQLITE, "SQLite numbers rows only where a table was created so")
                        .thenAccount(account -> column(account, "id").identity() == null),
                directive(
                                "alterColumn to another identity",
                                op -> op.alterColumn("account", "id")
                                        .identityAlways()
                                        .from(c -> c.bigint().identity()))
                        .refusedBy(SQLITE, "SQLite numbers rows only where a table was created so")
                        .changesNothingOn(MARIADB, MYSQL)
                        .thenAccount(account -> Boolean.TRUE.equals(
                                column(account, "id").identity().always())),
                directive("alterColumn to another collation", op -> {
                            op.on(POSTGRESQL, pg -> collated(pg, "C"));
                            op.on(List.of(MARIADB, MYSQL), my -> collated(my, "utf8mb4_bin"));
                            op.on(SQLITE, lite -> collated(lite, "NOCASE"));
                            op.on(H2, h2 -> collated(h2, "C"));
                        })
                        .refusedBy(H2, "H2 has one collation for a whole database. Put it inside on(Database.…)")
                        .thenAccount(account -> column(account, "nick").collation() != null),
                directive(
                                "alterColumn in all ways at once",
                                op -> op.alterColumn("account", "nick")
                                        .varchar(9)
                                        .notNull()
                                        .defaultsTo("new")
                                        .from(c -> c.varchar(20).defaultsTo("x")))
                        .thenAccount(account -> !column(account, "nick").nullable()),
                directive(
                                "alterColumn to an enum",
                                op -> op.alterColumn("account", "nick")
                                        .enumerated("mood", "sad", "happy")
                                        .using("CAST('sad' AS mood)")
                                        .noDefault()
                                        .from(c -> c.varchar(20).defaultsTo("x")))
                        .exceptOn(MARIADB, MYSQL)
                        .refusedBy(H2, "H2 has no enums, and the check of the values would have to change too"),
                directive(
                                "alterColumn without from",
                                op -> op.alterColumn("account", "age").bigint())
                        .oneWay("alterColumn(\"account\", \"age\").from(c -> c.varchar(20))"),
                directive("commentOnColumn", op -> op.commentOnColumn("account", "nick", "it's short"))
                        .changesNothingOn(SQLITE)
                        .thenAccount(account ->
                                "it's short".equals(column(account, "nick").comment()))
                        .oneWay("commentOnColumn(\"account\", \"nick\", …).from("),
                directive(
                                "commentOnColumn().from()",
                                op -> op.commentOnColumn("account", "email", null)
                                        .from(c -> c.varchar(320).notNull().comment("where mail goes")))
                        .changesNothingOn(SQLITE)
                        .thenAccount(account -> column(account, "email").comment() == null),
                directive(
                        "commentOnColumn in a schema",
                        op -> op.commentOnColumn("audit.entry", "what", "it").from(c -> c.varchar(40))));
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }

    private static void collated(Operations op, String collation) {
        op.alterColumn("account", "nick")
                .varchar(20)
                .collate(collation)
                .from(c -> c.varchar(20).defaultsTo("x"));
    }
}
