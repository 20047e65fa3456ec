package dev.headway;

import static dev.headway.RoundTrip.directive;
import static dev.headway.op.Database.H2;
import static dev.headway.op.Database.MARIADB;
import static dev.headway.op.Database.MYSQL;
import static dev.headway.op.Database.POSTGRESQL;
import static dev.headway.op.Database.SQLITE;

import dev.headway.schema.Index;
import java.util.List;

/** What is said of indexes. */
final class IndexRoundTrips {
    private IndexRoundTrips() {}

    static List<RoundTrip> all() {
        return List.of(
                directive("createIndex", op -> op.createIndex("ix", "account", "nick", "age"))
                        .thenAccount(account -> account.index("ix")
                                .filter(Index.on("ix", "account", "nick", "age")::equals)
                                .isPresent()),
                directive("createIndex in a schema", op -> op.createIndex("ix", "audit.entry", "what"))
                        .then(live -> live.table("audit.entry")
                                .orElseThrow()
                                .indexes()
                                .equals(List.of(Index.on("ix", "audit.entry", "what")))),
                directive(
                                "createIndex().unique()",
                                op -> op.createIndex("ix", "account", "nick").unique())
                        .thenAccount(account ->
                                account.index("ix").filter(Index::unique).isPresent()
                                        || account.constraint("ix").isPresent()),
                directive(
                                "createIndex().unique().nullsNotDistinct()",
                                op -> op.createIndex("ix", "account", "nick")
                                        .unique()
                                        .nullsNotDistinct())
                        .refusedBy(MARIADB, "MariaDB takes nulls for distinct in unique constraints and indexes")
                        .refusedBy(MYSQL, "MySQL takes nulls for distinct in unique constraints and indexes")
                        .refusedBy(SQLITE, "SQLite takes nulls for distinct in unique constraints and indexes")
                        .thenAccount(
                                account -> account.index("ix").orElseThrow().nullsNotDistinct()),
                directive(
                                "createIndex().column().descending()",
                                op -> op.createIndex("ix", "account")
                                        .descending("age")
                                        .column("nick"))
                        .thenAccount(account -> account.index("ix")
                                .orElseThrow()
                                .keys()
                                .equals(List.of(
                                        new Index.Key("age", false, null, true, null), Index.Key.column("nick")))),
                directive(
                                "createIndex() with nulls where they come anyway",
                                op -> op.createIndex("ix", "account")
                                        .descending("age")
                                        .nullsFirst()
                                        .column("nick")
                                        .nullsLast())
                        .refusedBy(MARIADB, "MariaDB takes nulls for the smallest values of an index")
                        .refusedBy(MYSQL, "MySQL takes nulls for the smallest values of an index")
                        .refusedBy(SQLITE, "SQLite takes nulls for the smallest values of an index")
                        .thenAccount(account -> account.index("ix").isPresent()),
                directive(
                                "createIndex() with nulls where they would not come",
                                op -> op.createIndex("ix", "account")
                                        .descending("age")
                                        .nullsLast()
                                        .column("nick")
                                        .nullsFirst())
                        .refusedBy(MARIADB, "MariaDB takes nulls for the smallest values of an index")
                        .refusedBy(MYSQL, "MySQL takes nulls for the smallest values of an index")
                        .refusedBy(SQLITE, "SQLite takes nulls for the smallest values of an index")
                        .thenAccount(account -> account.index("ix").isPresent()),
                directive(
                                "createIndex().expression()",
                                op -> op.createIndex("ix", "account").expression("lower(nick)"))
                        .onlyOn(POSTGRESQL, MYSQL, SQLITE)
                        .refusedBy(
                                H2,
                                "cannot do createIndex(\"ix\", …) here: H2 has no indexes on expressions: add a"
                                        + " generated column, and index that. Put it inside on(Database.…)")
                        .thenAccount(account ->
                                account.index("ix").orElseThrow().keys().get(0).expression()),
                directive(
                                "createIndex() on an expression that is no function",
                                op -> op.createIndex("ix", "account").expression("age + 1"))
                        .onlyOn(POSTGRESQL, MYSQL, SQLITE),
                directive(
                                "createIndex().using() an operator class",
                                op -> op.createIndex("ix", "purchase")
                                        .column("basket", "jsonb_path_ops")
                                        .using("gin"))
                        .onlyOn(POSTGRESQL)
                        .refusedBy(H2, "H2 has one kind of index, so omit using(\"gin\")")
                        .then(live -> live.table("purchase")
                                .orElseThrow()
                                .indexes()
                                .equals(List.of(new Index(
                                        "ix",
                                        "purchase",
                                        List.of(new Index.Key("basket", false, "jsonb_path_ops", false, null)),
                                        false,
                                        "gin",
                                        List.of(),
                                        null,
                                        false)))),
                directive(
                                "createIndex().include()",
                                op -> op.createIndex("ix", "account", "nick").include("age", "email"))
                        .onlyOn(POSTGRESQL)
                        .refusedBy(H2, "H2 has no indexes that include other columns")
                        .thenAccount(account ->
                                account.index("ix").orElseThrow().included().equals(List.of("age", "email"))),
                directive(
                                "createIndex().where()",
                                op -> op.createIndex("ix", "account", "nick").where("age > 7"))
                        .onlyOn(POSTGRESQL, SQLITE)
                        .refusedBy(H2, "H2 has no indexes on some of the rows")
                        .thenAccount(account -> account.index("ix")
                                .map(Index::where)
                                .filter(where -> where.contains("age > 7"))
                                .isPresent()),
                directive(
                                "createIndex().concurrently()",
                                op -> op.createIndex("ix", "account", "nick").concurrently())
                        .thenAccount(account -> account.index("ix").isPresent()),
                directive(
                                "createIndex().ifNotExists()",
                                op -> op.createIndex("ix", "account", "nick").ifNotExists())
                        .refusedBy(MYSQL, "MySQL has no CREATE INDEX IF NOT EXISTS")
                        .oneWay("Whether ifNotExists() created the index is not known afterwards"),
                directive(
                                "createIndex().ifNotExists() of one that is there",
                                op -> op.createIndex("ix_account_nick", "account", "age")
                                        .ifNotExists())
                        .refusedBy(MYSQL, "MySQL has no CREATE INDEX IF NOT EXISTS")
                        .changesNothing()
                        .oneWay("Whether ifNotExists() created the index is not known afterwards"),
                directive("dropIndex by its name alone", op -> op.dropIndex("ix_account_nick"))
                        .refusedBy(
                                MARIADB,
                                "MariaDB identifies indexes by their table: write dropIndex(\"ix_account_nick\", \"table\")")
                        .refusedBy(
                                MYSQL,
                                "MySQL identifies indexes by their table: write dropIndex(\"ix_account_nick\", \"table\")")
                        .thenAccount(account -> account.indexes().isEmpty())
                        .oneWay("dropIndex(\"ix_account_nick\", \"table\", \"column\")"),
                directive("dropIndex of a table", op -> op.dropIndex("ix_account_nick", "account"))
                        .thenAccount(account -> account.indexes().isEmpty())
                        .oneWay("dropIndex(\"ix_account_nick\", \"table\", \"column\")"),
                directive("dropIndex as it was", op -> op.dropIndex("ix_account_nick", "account", "nick"))
                        .thenAccount(account -> account.indexes().isEmpty()),
                directive(
                                "dropIndex as it was, with options",
                                op -> op.dropIndex(
                                        "ix",
                                        "account",
                                        i -> i.descending("age").column("email").unique()))
                        .given(op -> op.createIndex("ix", "account")
                                .descending("age")
                                .column("email")
                                .unique()),
                directive(
                                "dropIndex().concurrently()",
                                op -> op.dropIndex("ix_account_nick", "account", "nick")
                                        .concurrently())
                        .thenAccount(account -> account.indexes().isEmpty()),
                directive(
                                "dropIndex().ifExists()",
                                op -> op.dropIndex("missing", "account", "nick").ifExists())
                        .refusedBy(MYSQL, "MySQL has no DROP INDEX IF EXISTS")
                        .changesNothing()
                        .oneWay("dropIndex(\"missing\") cannot be inverted"),
                directive("dropIndex in a schema", op -> op.dropIndex("ix", "audit.entry", "what"))
                        .given(op -> op.createIndex("ix", "audit.entry", "what"))
                        .then(live -> live.table("audit.entry")
                                .orElseThrow()
                                .indexes()
                                .isEmpty()),
                directive("renameIndex", op -> op.renameIndex("account", "ix_account_nick", "ix"))
                        .thenAccount(account -> account.index("ix").isPresent()),
                directive("renameIndex in a schema", op -> op.renameIndex("audit.entry", "ix", "ix2"))
                        .given(op -> op.createIndex("ix", "audit.entry", "what"))
                        .then(live -> live.table("audit.entry")
                                .orElseThrow()
                                .index("ix2")
                                .isPresent()));
    }
}
