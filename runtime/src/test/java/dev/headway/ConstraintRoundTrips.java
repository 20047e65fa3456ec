package dev.headway;

import static dev.headway.RoundTrip.directive;
import static dev.headway.op.Database.H2;
import static dev.headway.op.Database.MARIADB;
import static dev.headway.op.Database.MYSQL;
import static dev.headway.op.Database.POSTGRESQL;
import static dev.headway.op.Database.SQLITE;

import dev.headway.schema.Constraint;
import dev.headway.schema.Deferral;
import dev.headway.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;

/** What is said of constraints. */
final class ConstraintRoundTrips {
    private static final String NOT_DEFERRABLE =
            "H2 checks constraints with each statement: they cannot be deferrable. Put it inside on(Database.…) for the"
                    + " databases that support it, or write what H2 needs by execute(…).";

    private ConstraintRoundTrips() {}

    static List<RoundTrip> all() {
        return List.of(
                directive("addPrimaryKey", op -> op.addPrimaryKey("pk_purchase", "purchase", "id"))
                        .then(live -> live.table("purchase")
                                .orElseThrow()
                                .primaryKey()
                                .orElseThrow()
                                .columns()
                                .equals(List.of("id"))),
                directive("addUnique", op -> op.addUnique("uq", "account", "nick", "age"))
                        .thenAccount(account ->
                                is(new Constraint.Unique("uq", List.of("nick", "age")), account.constraint("uq"))),
                directive("addUnique in a schema", op -> op.addUnique("uq", "audit.entry", "what"))
                        .then(live -> live.table("audit.entry")
                                .orElseThrow()
                                .constraint("uq")
                                .isPresent()),
                directive(
                                "addUnique().nullsNotDistinct()",
                                op -> op.addUnique("uq", "account", "nick").nullsNotDistinct())
                        .refusedBy(MARIADB, "MariaDB takes nulls for distinct in unique constraints and indexes")
                        .refusedBy(MYSQL, "MySQL takes nulls for distinct in unique constraints and indexes")
                        .refusedBy(SQLITE, "SQLite takes nulls for distinct in unique constraints and indexes")
                        .thenAccount(account -> is(
                                new Constraint.Unique("uq", List.of("nick"), true, Deferral.NOT_DEFERRABLE),
                                account.constraint("uq"))),
                directive(
                                "addUnique().deferrable()",
                                op -> op.addUnique("uq", "account", "nick").deferrable())
                        .onlyOn(POSTGRESQL)
                        .refusedBy(H2, "cannot do addUnique(\"uq\", \"account\") here: " + NOT_DEFERRABLE)
                        .thenAccount(account -> is(
                                new Constraint.Unique("uq", List.of("nick"), false, Deferral.DEFERRABLE),
                                account.constraint("uq"))),
                directive(
                                "addUnique().initiallyDeferred()",
                                op -> op.addUnique("uq", "account", "nick").initiallyDeferred())
                        .onlyOn(POSTGRESQL)
                        .thenAccount(account -> is(
                                new Constraint.Unique("uq", List.of("nick"), false, Deferral.INITIALLY_DEFERRED),
                                account.constraint("uq"))),
                directive(
                                "addForeignKey",
                                op -> op.addForeignKey("fk", "account", "parent_id")
                                        .references("account", "id"))
                        .thenAccount(account -> is(
                                new Constraint.ForeignKey("fk", List.of("parent_id"), "account", List.of("id")),
                                account.constraint("fk"))),
                directive(
                                "addForeignKey to another schema",
                                op -> op.addForeignKey("fk", "account", "parent_id")
                                        .references("audit.entry", "id"))
                        .thenAccount(account -> is(
                                new Constraint.ForeignKey("fk", List.of("parent_id"), "audit.entry", List.of("id")),
                                account.constraint("fk"))),
                directive(
                                "addForeignKey of two columns",
                                op -> op.addForeignKey("fk", "account", "age", "nick")
                                        .references("pair", "a", "b"))
                        .given(op -> {
                            op.createTable("pair", t -> {
                                t.varchar("b", 20);
                                t.integer("a");
                                t.unique("uq_pair", "b", "a");
                            });
                            op.on(List.of(MARIADB, MYSQL), my -> my.createIndex("ix_pair", "pair", "a", "b"));
                        })
                        .thenAccount(account -> is(
                                new Constraint.ForeignKey("fk", List.of("age", "nick"), "pair", List.of("a", "b")),
                                account.constraint("fk"))),
                directive(
                                "addForeignKey().onDelete().onUpdate()",
                                op -> op.addForeignKey("fk", "account", "parent_id")
                                        .references("account", "id")
                                        .onDelete(ReferentialAction.SET_NULL)
                                        .onUpdate(ReferentialAction.CASCADE))
                        .thenAccount(account -> {
                            Constraint.ForeignKey key = account.foreignKeys().get(0);
                            return key.onDelete() == ReferentialAction.SET_NULL
                                    && key.onUpdate() == ReferentialAction.CASCADE;
                        }),
                directive(
                                "addForeignKey() that restricts and sets defaults",
                                op -> op.addForeignKey("fk", "account", "age")
                                        .references("number", "n")
                                        .onDelete(ReferentialAction.RESTRICT)
                                        .onUpdate(ReferentialAction.SET_DEFAULT))
                        .exceptOn(MARIADB, MYSQL)
                        .given(op ->
                                op.createTable("number", t -> t.integer("n").primaryKey()))
                        .thenAccount(account -> {
                            Constraint.ForeignKey key = account.foreignKeys().get(0);
                            return key.onDelete() == ReferentialAction.RESTRICT
                                    && key.onUpdate() == ReferentialAction.SET_DEFAULT;
                        }),
                directive(
                                "addForeignKey().deferrable()",
                                op -> op.addForeignKey("fk", "account", "parent_id")
                                        .references("account", "id")
                                        .deferrable())
                        .onlyOn(POSTGRESQL, SQLITE)
                        .refusedBy(H2, NOT_DEFERRABLE)
                        .thenAccount(account -> account.foreignKeys().get(0).deferral() == Deferral.DEFERRABLE),
                directive(
                                "addForeignKey().initiallyDeferred()",
                                op -> op.addForeignKey("fk", "account", "parent_id")
                                        .references("account", "id")
                                        .initiallyDeferred())
                        .onlyOn(POSTGRESQL, SQLITE)
                        .thenAccount(account -> account.foreignKeys().get(0).deferral() == Deferral.INITIALLY_DEFERRED),
                directive(
                                "addForeignKey().notValid()",
                                op -> op.addForeignKey("fk", "account", "parent_id")
                                        .references("account", "id")
                                        .notValid())
                        .thenAccount(account -> account.constraint("fk").isPresent()),
                directive("addCheck", op -> op.addCheck("ck", "account", "age < 200 OR nick = 'Methuselah'"))
                        .refusedBy(MYSQL, RoundTrip.IGNORED_CHECKS)
                        .thenAccount(account -> account.constraint("ck").isPresent()),
                directive(
                                "addCheck().notValid()",
                                op -> op.addCheck("ck", "account", "age < 200").notValid())
                        .refusedBy(MYSQL, RoundTrip.IGNORED_CHECKS)
                        .thenAccount(account -> account.constraint("ck").isPresent()),
                directive("addExclusion", op -> op.addExclusion("ex", "account").with("int4range(age, age + 1)", "&&"))
                        .onlyOn(POSTGRESQL)
                        .refusedBy(H2, "H2 has no exclusion constraints. Put it inside on(Database.…)")
                        .thenAccount(account -> account.constraint("ex").isPresent()),
                directive(
                                "addExclusion().using().where().initiallyDeferred()",
                                op -> op.addExclusion("ex", "account")
                                        .with("nick", "=")
                                        .with("age", "=")
                                        .using("btree")
                                        .where("age > 7")
                                        .initiallyDeferred())
                        .onlyOn(POSTGRESQL)
                        .thenAccount(account -> is(
                                new Constraint.Exclusion(
                                        "ex",
                                        "btree",
                                        List.of(
                                                new Constraint.Exclusion.Element("nick", "="),
                                                new Constraint.Exclusion.Element("age", "=")),
                                        "(age > 7)",
                                        Deferral.INITIALLY_DEFERRED),
                                account.constraint("ex"))),
                directive("dropConstraint", op -> op.dropConstraint("uq_account_email", "account"))
                        .thenAccount(account ->
                                account.constraint("uq_account_email").isEmpty())
                        .oneWay("dropConstraint(\"uq_account_email\", \"account\", c -> c.unique(\"column\"))"),
                directive(
                                "dropConstraint that was unique",
                                op -> op.dropConstraint("uq_account_email", "account", c -> c.unique("email")))
                        .thenAccount(account ->
                                account.constraint("uq_account_email").isEmpty()),
                directive(
                                "dropConstraint that was a check",
                                op -> op.dropConstraint("ck_account_age", "account", c -> c.check("age >= 0")))
                        .refusedBy(MYSQL, RoundTrip.IGNORED_CHECKS)
                        .thenAccount(
                                account -> account.constraint("ck_account_age").isEmpty()),
                directive(
                        "dropConstraint that was a foreign key",
                        op -> op.dropConstraint(
                                "fk_purchase_account",
                                "purchase",
                                c -> c.foreignKey("account_id")
                                        .references("account", "id")
                                        .onDelete(ReferentialAction.CASCADE))),
                directive("addForeignKey on a column that has one", op -> {
                            op.addForeignKey("fk_1", "account", "parent_id").references("account", "id");
                            op.addForeignKey("fk_2", "account", "parent_id").references("spare", "id");
                        })
                        .thenAccount(account -> account.indexes().size() == 1),
                directive(
                                "addForeignKey on a column that gets two at once",
                                op -> op.alterTable("account", t -> {
                                    t.addForeignKey("fk_1", "parent_id").references("account", "id");
                                    t.addForeignKey("fk_2", "parent_id").references("spare", "id");
                                }))
                        .thenAccount(account -> account.indexes().size() == 1),
                directive(
                                "dropConstraint that was a foreign key of several",
                                op -> op.dropConstraint(
                                        "fk_2",
                                        "account",
                                        c -> c.foreignKey("parent_id").references("spare", "id")))
                        .given(op -> {
                            op.addForeignKey("fk_1", "account", "parent_id").references("account", "id");
                            op.addForeignKey("fk_2", "account", "parent_id").references("spare", "id");
                        })
                        .thenAccount(account -> account.foreignKeys().size() == 1),
                directive(
                                "dropConstraint that was a foreign key on an indexed column",
                                op -> op.dropConstraint(
                                        "fk",
                                        "account",
                                        c -> c.foreignKey("parent_id").references("account", "id")))
                        .given(op -> {
                            op.createIndex("ix_account_parent", "account", "parent_id", "age");
                            op.addForeignKey("fk", "account", "parent_id").references("account", "id");
                        })
                        .thenAccount(
                                account -> account.index("ix_account_parent").isPresent()),
                directive(
                                "dropConstraint without saying that it was a foreign key",
                                op -> op.dropConstraint("fk_purchase_account", "purchase"))
                        .then(live ->
                                live.table("purchase").orElseThrow().indexes().isEmpty())
                        .oneWay("dropConstraint(\"fk_purchase_account\", \"purchase\", c -> c.unique(\"column\"))"),
                directive(
                                "dropConstraint that was a primary key",
                                op -> op.dropConstraint("pk_purchase", "purchase", c -> c.primaryKey("id")))
                        .given(op -> op.addPrimaryKey("pk_purchase", "purchase", "id")),
                directive(
                                "dropConstraint that was an exclusion",
                                op -> op.on(
                                        POSTGRESQL,
                                        pg -> pg.dropConstraint(
                                                "ex",
                                                "account",
                                                c -> c.exclusion()
                                                        .with("nick", "=")
                                                        .using("btree"))))
                        .given(op -> op.on(
                                POSTGRESQL,
                                pg -> pg.addExclusion("ex", "account")
                                        .with("nick", "=")
                                        .using("btree")))
                        .changesNothingOn(H2, MARIADB, MYSQL, SQLITE),
                directive(
                                "dropConstraint().ifExists()",
                                op -> op.dropConstraint("missing", "account").ifExists())
                        .refusedBy(MYSQL, "MySQL has no DROP CONSTRAINT IF EXISTS")
                        .changesNothing()
                        .oneWay("dropConstraint(\"missing\", \"account\") cannot be inverted"),
                directive("renameConstraint", op -> op.renameConstraint("account", "uq_account_email", "uq_mail"))
                        .thenAccount(account -> account.constraint("uq_mail").isPresent()),
                directive(
                                "renameConstraint that is a check",
                                op -> op.on(
                                        RoundTrip.KEEPING_CHECKS,
                                        more -> more.renameConstraint("account", "ck_account_age", "ck")))
                        .changesNothingOn(MYSQL)
                        .thenAccount(account -> account.constraint("ck").isPresent()),
                directive(
                        "renameConstraint that is a foreign key",
                        op -> op.renameConstraint("purchase", "fk_purchase_account", "fk")),
                directive("validateConstraint", op -> op.validateConstraint("ck", "account"))
                        .given(op -> op.on(
                                RoundTrip.KEEPING_CHECKS,
                                more -> more.addCheck("ck", "account", "age < 200")
                                        .notValid()))
                        .changesNothingOn(H2, MARIADB, MYSQL, SQLITE)
                        .stays());
    }

    private static boolean is(Constraint expected, Optional<Constraint> found) {
        return found.filter(expected::equals).isPresent();
    }
}
