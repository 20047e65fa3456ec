package dev.headway.internal.database;

import dev.headway.op.CustomOperation;
import dev.headway.op.Database;
import dev.headway.op.Operations;
import dev.headway.op.Spelling;
import dev.headway.op.Sql;
import dev.headway.op.TableDraft;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Identity;
import dev.headway.schema.ReferentialAction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The examples of {@code docs/operations.md}, in its order. {@link OperationsDocumentationTest} cuts their text out of this
 * file: a line that begins with {@code // ##} heads a section, a method of {@code Operations} is an example with its Javadoc
 * as introduction, and each statement of a method of {@code TableDraft} is a row of a table.
 */
final class DocumentedOperations {
    private DocumentedOperations() {}

    // ## Tables

    /** Create a table. Columns may be null unless they say `notNull()`, `identity()` or `primaryKey()`. */
    static void createTable(Operations op) {
        op.createTable("account", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 320).notNull().unique("uq_account_email");
            t.bigint("team_id").references("team", "id", key -> key.named("fk_account_team"));
            t.integer("points").notNull().defaultsTo(0).check("ck_account_points", "points >= 0");
            t.timestamptz("created_at").notNull().defaultsTo(Sql.now());
        });
    }

    /** Constraints of the whole table, indexes and comments may be declared with it. */
    static void createTableWhole(Operations op) {
        op.createTable("membership", t -> {
            t.bigint("team_id").comment("who they belong to");
            t.bigint("account_id");
            t.integer("place");
            t.primaryKey("team_id", "account_id");
            t.unique("uq_membership_place", "team_id", "place");
            t.foreignKey("fk_membership_team", "team_id").references("team", "id");
            t.check("ck_membership_place", "place > 0");
            t.index("ix_membership_account", "account_id");
            t.comment("who is in which team");
        });
    }

    /** Leave a table of that name as it is. */
    static void createTableIfNotExists(Operations op) {
        op.createTable("account", t -> t.bigint("id").primaryKey()).ifNotExists();
    }

    /** Engine and character set, for MariaDB and MySQL; they change nothing elsewhere. */
    static void createTableWithOptions(Operations op) {
        op.createTable("account", t -> t.bigint("id").primaryKey())
                .engine("InnoDB")
                .charset("utf8mb4");
    }

    /** A name may say its schema. A name that has a dot in it is given as `Sql.name`. */
    static void qualifiedNames(Operations op) {
        op.createTable("audit.event", t -> t.bigint("Order"));
        op.createTable(Sql.name("audit.event"), t -> t.bigint("id"));
    }

    /** Drop a table. */
    static void dropTable(Operations op) {
        op.dropTable("account").ifExists();
    }

    /** Drop a table so that the downgrade creates it again, without its rows. */
    static void dropTableWithDefinition(Operations op) {
        op.dropTable("account", t -> t.bigint("id").primaryKey());
    }

    /** Rename a table, within its schema. */
    static void renameTable(Operations op) {
        op.renameTable("audit.event", "incident");
    }

    /** Several changes of one table at once, where the database can. All changes of columns and constraints go here too. */
    static void alterTable(Operations op) {
        op.alterTable("account", t -> {
            t.addColumn(c -> c.text("nick").notNull().defaultsTo(""));
            t.alterColumn("email").varchar(400);
            t.dropColumn("points");
            t.addPrimaryKey("pk_account", "id");
            t.addUnique("uq_account_nick", "nick");
            t.addForeignKey("fk_account_team", "team_id").references("team", "id");
            t.addCheck("ck_account_nick", "nick <> email");
            t.dropConstraint("uq_account_email");
        });
    }

    /** Say what a table is for. With the comment before, a downgrade can be derived. */
    static void commentOnTable(Operations op) {
        op.commentOnTable("account", "who may log in").from("users");
        op.commentOnTable("team", null);
    }

    // ## Columns

    /** Add a column, with its constraints. */
    static void addColumn(Operations op) {
        op.addColumn("account", c -> c.varchar("nick", 20).unique("uq_account_nick"));
    }

    /** Add a column where there is none of that name. It cannot bring constraints, since they might be there too. */
    static void addColumnIfNotExists(Operations op) {
        op.addColumn("account", c -> c.text("nick")).ifNotExists();
    }

    /** Number the rows. */
    static void identity(Operations op) {
        op.createTable("invoice", t -> t.bigint("number").identityAlways().primaryKey());
        op.createTable(
                "receipt",
                t -> t.bigint("number").identity(new Identity(false, 1_000, 10)).primaryKey());
    }

    /** Compute a column when a row is written, or when it is read. */
    static void generatedColumn(Operations op) {
        op.addColumn("line", c -> c.integer("total").generatedAs("price * pieces"));
    }

    /** Compute a column when a row is read. */
    static void generatedWhenRead(Operations op) {
        op.addColumn("line", c -> c.integer("total").generatedWhenReadAs("price * pieces"));
    }

    /** The order of texts, by a name that the database knows. */
    static void collation(Operations op) {
        op.addColumn("account", c -> c.text("name").collate("C"));
    }

    /** Drop a column. */
    static void dropColumn(Operations op) {
        op.dropColumn("account", "nick").ifExists();
    }

    /** Drop a column so that the downgrade adds it again, without its values. */
    static void dropColumnWithDefinition(Operations op) {
        op.dropColumn("account", "nick", c -> c.varchar(20).unique("uq_account_nick"));
    }

    /** Rename a column. */
    static void renameColumn(Operations op) {
        op.renameColumn("account", "nick", "nickname");
    }

    /** Change a column; what is not said stays. With what it was before, a downgrade can be derived. */
    static void alterColumn(Operations op) {
        op.alterColumn("account", "email").varchar(400).notNull().defaultsTo("").from(c -> c.varchar(320));
    }

    /** Loosen a column, of which nothing more is known. */
    static void alterColumnUnknown(Operations op) {
        op.alterColumn("account", "email").nullable().noDefault();
    }

    /** Change a type in a way that the database does not know by itself. */
    static void alterColumnUsing(Operations op) {
        op.alterColumn("account", "points").integer().using("CAST(points AS integer)");
    }

    /** Number the rows by the database from now on, in a column that is there. */
    static void alterColumnIdentity(Operations op) {
        op.alterColumn("account", "id").identity().from(c -> c.bigint());
    }

    /** Number them no longer. */
    static void alterColumnNoIdentity(Operations op) {
        op.alterColumn("account", "id").noIdentity().from(c -> c.bigint().identity());
    }

    /** Order its texts in another way, which is said with the type. If it is not, they stay in the order that they have. */
    static void alterColumnCollation(Operations op) {
        op.alterColumn("account", "email").varchar(320).collate("C").from(c -> c.varchar(320));
    }

    /** Order them in the usual way again. */
    static void alterColumnNoCollation(Operations op) {
        op.alterColumn("account", "email")
                .varchar(320)
                .noCollation()
                .from(c -> c.varchar(320).collate("C"));
    }

    /** Say what a column is for. With what it was before, a downgrade can be derived. */
    static void commentOnColumn(Operations op) {
        op.commentOnColumn("account", "email", "where to write to").from(c -> c.varchar(320));
    }

    // ## Constraints

    /** Add a primary key. */
    static void addPrimaryKey(Operations op) {
        op.addPrimaryKey("pk_account", "account", "id");
    }

    /** Add a unique constraint. */
    static void addUnique(Operations op) {
        op.addUnique("uq_account_email", "account", "email");
    }

    /** Take one null for another (PostgreSQL 15). */
    static void uniqueNullsNotDistinct(Operations op) {
        op.addUnique("uq_account_email", "account", "team_id", "email").nullsNotDistinct();
    }

    /** Add a foreign key, with what becomes of the rows that point at one that goes. */
    static void addForeignKey(Operations op) {
        op.addForeignKey("fk_account_team", "account", "team_id")
                .references("team", "id")
                .onDelete(ReferentialAction.SET_NULL)
                .onUpdate(ReferentialAction.CASCADE);
    }

    /** Let a transaction ask for the check to come at its end, or let it come there anyway. */
    static void deferrable(Operations op) {
        op.addForeignKey("fk_account_team", "account", "team_id")
                .references("team", "id")
                .deferrable();
        op.addUnique("uq_account_email", "account", "email").initiallyDeferred();
    }

    /** Add a check. */
    static void addCheck(Operations op) {
        op.addCheck("ck_account_points", "account", "points >= 0");
    }

    /**
     * Add a constraint without looking at the rows that are there, and look later, while the table stays in use. Databases
     * that cannot look later look at once.
     */
    static void notValid(Operations op) {
        op.addCheck("ck_account_points", "account", "points >= 0").notValid();
        op.validateConstraint("ck_account_points", "account");
    }

    /** Let no two rows overlap. */
    static void addExclusion(Operations op) {
        op.addExclusion("ex_booking", "booking")
                .with("room", "=")
                .with("during", "&&")
                .using("gist")
                .where("NOT cancelled");
    }

    /** The same, with the table. */
    static void createTableWithExclusion(Operations op) {
        op.createTable("booking", t -> {
            t.integer("room");
            t.type("during", "tstzrange");
            t.exclusion("ex_booking").with("room", "=").with("during", "&&");
        });
    }

    /** Drop a constraint. */
    static void dropConstraint(Operations op) {
        op.dropConstraint("uq_account_email", "account").ifExists();
    }

    /** Drop a constraint so that the downgrade adds it again. */
    static void dropConstraintWithDefinition(Operations op) {
        op.dropConstraint("uq_account_email", "account", c -> c.unique("email"));
    }

    /** Rename a constraint. */
    static void renameConstraint(Operations op) {
        op.renameConstraint("account", "uq_account_email", "uq_email");
    }

    // ## Indexes

    /** Create an index. */
    static void createIndex(Operations op) {
        op.createIndex("ix_account_email", "account", "email").unique().ifNotExists();
    }

    /** Create an index while the table stays writable. The revision then runs statement by statement. */
    static void createIndexConcurrently(Operations op) {
        op.createIndex("ix_account_email", "account", "email").concurrently();
    }

    /** What an index is sorted by comes in the order in which it is said. */
    static void createIndexSorted(Operations op) {
        op.createIndex("ix_account", "account", "team_id")
                .descending("created_at")
                .nullsLast()
                .column("email")
                .nullsFirst();
    }

    /** An index on an expression. */
    static void createIndexOnExpression(Operations op) {
        op.createIndex("ix_account_email", "account").expression("lower(email)");
    }

    /** An index on some of the rows. */
    static void createIndexOnSomeRows(Operations op) {
        op.createIndex("ix_account_open", "account", "created_at").where("closed_at IS NULL");
    }

    /** An index that holds columns that it is not sorted by. */
    static void createIndexIncluding(Operations op) {
        op.createIndex("ix_account_email", "account", "email").include("nick");
    }

    /** An index of another kind, and of another way to compare. */
    static void createIndexUsing(Operations op) {
        op.createIndex("ix_event_detail", "event")
                .column("detail", "jsonb_path_ops")
                .using("gin");
    }

    /** A unique index that takes one null for another (PostgreSQL 15). */
    static void createIndexNullsNotDistinct(Operations op) {
        op.createIndex("ux_account", "account", "team_id", "email").unique().nullsNotDistinct();
    }

    /** Drop an index, for databases that tell indexes apart without their table. */
    static void dropIndex(Operations op) {
        op.dropIndex("ix_account_email").ifExists();
    }

    /** Drop an index of a table so that the downgrade creates it again. */
    static void dropIndexWithDefinition(Operations op) {
        op.dropIndex("ix_account_email", "account", "email").concurrently();
    }

    /** Rename an index. */
    static void renameIndex(Operations op) {
        op.renameIndex("account", "ix_account_email", "ix_email");
    }

    // ## Sequences

    /** Create a sequence. */
    static void createSequence(Operations op) {
        op.createSequence(
                "invoice_number",
                s -> s.startWith(1_000)
                        .incrementBy(10)
                        .minValue(1_000)
                        .maxValue(9_990)
                        .cycle());
    }

    /** Create a sequence that numbers from 1 on, where there is none of that name. */
    static void createSequenceIfNotExists(Operations op) {
        op.createSequence("invoice_number").ifNotExists();
    }

    /** Drop a sequence; with its definition, the downgrade creates it again. */
    static void dropSequence(Operations op) {
        op.dropSequence("invoice_number");
        op.dropSequence("receipt_number", s -> s.startWith(1_000));
    }

    // ## Enums

    /** Create an enum, and use it. Where enums are no types of their own, each column says the values itself. */
    static void createEnum(Operations op) {
        op.createEnum("mood", "sad", "happy");
        op.addColumn("account", c -> c.enumerated("mood", "mood", "sad", "happy"));
    }

    /** Add a value to an enum. PostgreSQL lets the value be used when the transaction has ended. */
    static void addEnumValue(Operations op) {
        op.addEnumValue("mood", "curious").ifNotExists();
    }

    /** Drop an enum; with its values, the downgrade creates it again. */
    static void dropEnum(Operations op) {
        op.dropEnum("mood", "sad", "happy");
    }

    // ## Views, schemas and extensions

    /** Create a view. */
    static void createView(Operations op) {
        op.createView("member", "SELECT id, email FROM account WHERE team_id IS NOT NULL");
    }

    /** Put a view in the place of another. */
    static void replaceView(Operations op) {
        op.createView("member", "SELECT id, email FROM account").orReplace();
    }

    /** Drop a view; with its query, the downgrade creates it again. */
    static void dropView(Operations op) {
        op.dropView("member").ifExists();
        op.dropView("guest", "SELECT id FROM account WHERE team_id IS NULL");
    }

    /** Create a schema. */
    static void createSchema(Operations op) {
        op.createSchema("audit").ifNotExists();
    }

    /** Drop a schema, which must be empty. */
    static void dropSchema(Operations op) {
        op.dropSchema("audit").ifExists();
    }

    /** Install an extension. */
    static void createExtension(Operations op) {
        op.createExtension("btree_gist").ifNotExists();
    }

    /** Remove an extension. */
    static void dropExtension(Operations op) {
        op.dropExtension("btree_gist").ifExists();
    }

    // ## Data

    /** Insert rows. */
    static void insert(Operations op) {
        op.insert("team", Map.of("id", 1, "name", "red"));
        op.insert("team", List.of(Map.of("id", 2, "name", "green"), Map.of("id", 3, "name", "blue")));
    }

    /**
     * Change many rows a few at a time: the statement runs again and again, each time in a transaction of its own, until it
     * changes no row. The revision then runs statement by statement.
     */
    static void backfill(Operations op) {
        op.backfill("""
                UPDATE account SET nick = email
                WHERE id IN (SELECT id FROM (SELECT id FROM account WHERE nick IS NULL LIMIT 1000) batch)""");
    }

    /** The same over the numbers of a key, from the smallest to the largest. */
    static void backfillByKey(Operations op) {
        op.backfill("UPDATE account SET nick = email WHERE nick IS NULL AND id BETWEEN :from AND :to")
                .byKey("account", "id")
                .batchSize(5_000);
    }

    /** SQL as it stands; with arguments, each `?` stands for the next one, or each `:name` for one. */
    static void execute(Operations op) {
        op.execute("UPDATE account SET points = points + 1");
        op.execute("UPDATE account SET points = ? WHERE email = ?", 7, "ada@example.org");
        op.execute(
                "UPDATE account SET points = :points WHERE email = :who",
                Map.of("points", 7, "who", "ada@example.org"));
        op.execute("UPDATE account SET nick = ?", "a secret").secret(); // hidden in messages and logs
    }

    /** The statements of a script on the class path, beside the migration's class or, with a slash in front, anywhere. */
    static void script(Operations op) {
        op.script("/db/anywhere.sql");
    }

    /** Run the statements of a script that is given as text. */
    static void executeAll(Operations op) {
        op.executeAll("INSERT INTO plan VALUES ('free'); INSERT INTO plan VALUES ('team')");
    }

    // ## How, and for whom

    /** Say something for one database, or for some of them. */
    static void on(Operations op) throws Exception {
        op.on(Database.POSTGRESQL, pg -> pg.execute("ALTER TABLE account SET (fillfactor = 70)"));
        op.on(List.of(Database.MARIADB, Database.MYSQL), maria -> maria.execute("OPTIMIZE TABLE account"));
    }

    /** Ask which database it is, where a value differs, such as a type: MariaDB and MySQL index no text without a limit. */
    static void database(Operations op) {
        boolean limited = List.of(Database.MARIADB, Database.MYSQL).contains(op.database());
        ColumnType text = limited ? new ColumnType.Varchar(768) : ColumnType.Plain.TEXT;
        op.addColumn("account", c -> c.column("nick").of(text));
        op.createIndex("ix_account_nick", "account", "nick");
    }

    /** Say something outside a transaction. The revision then runs statement by statement. */
    static void autocommit(Operations op) throws Exception {
        op.autocommit(alone -> alone.execute("VACUUM account"));
    }

    /** Limit how long statements wait for locks, until the step ends. */
    static void lockTimeout(Operations op) {
        op.lockTimeout(Duration.ofSeconds(5));
    }

    /** Limit how long statements take, until the step ends. */
    static void statementTimeout(Operations op) {
        op.statementTimeout(Duration.ofMinutes(10));
    }

    /** Take back what other directives would do, from last to first: the start of a downgrade written by hand. */
    static void undo(Operations op) throws Exception {
        op.undo(undone -> {
            undone.createTable("team", t -> t.bigint("id").primaryKey());
            undone.addColumn("account", c -> c.bigint("team_id"));
        });
    }

    /** Ask what the database has. */
    static void inspect(Operations op) {
        if (!op.inspect().hasColumn("account", "nick")) {
            op.addColumn("account", c -> c.text("nick"));
        }
    }

    /** JDBI's handle in the transaction of the step, for what directives do not say. */
    static void handle(Operations op) {
        op.handle()
                .createQuery("SELECT id FROM account")
                .mapTo(Long.class)
                .forEach(id -> op.execute("UPDATE account SET points = ? WHERE id = ?", id % 7, id));
    }

    /** An operation of one's own: a record that is planned, journaled, written to scripts and inverted like the others. */
    static void apply(Operations op) {
        record GrantSelect(String table, String role) implements CustomOperation {
            @Override
            public List<String> statements(Spelling sql) {
                return List.of("GRANT SELECT ON " + sql.qualified(table) + " TO " + sql.quote(role));
            }

            @Override
            public String directive() {
                return "grantSelect(\"" + table + "\", \"" + role + "\")";
            }
        }

        op.apply(new GrantSelect("audit.event", "reporting"));
    }

    // ## Types

    static void types(TableDraft t) {
        t.bool("active");
        t.smallint("age");
        t.integer("points");
        t.bigint("id");
        t.decimal("price", 9, 2);
        t.real("ratio");
        t.doublePrecision("distance");
        t.varchar("email", 320);
        t.character("country", 2);
        t.text("remark");
        t.date("birthday");
        t.time("opens_at");
        t.timestamp("due_at");
        t.timestamptz("created_at");
        t.interval("patience");
        t.uuid("token");
        t.json("detail");
        t.binary("picture");
        t.enumerated("mood", "mood", "sad", "happy");
        t.array("tags", of -> of.text());
        t.type("document", "tsvector");
        t.column("nick").varchar(20);
    }

    // ## Defaults

    static void defaults(TableDraft t) {
        t.text("remark").defaultsTo("it's");
        t.json("detail").defaultsTo("{}");
        t.integer("points").defaultsTo(-1);
        t.doublePrecision("ratio").defaultsTo(0.5);
        t.decimal("price", 9, 2).defaultsTo(new BigDecimal("1E+3"));
        t.bool("active").defaultsTo(true);
        t.date("birthday").defaultsTo(LocalDate.of(2026, 2, 28));
        t.time("opens_at").defaultsTo(LocalTime.of(8, 30));
        t.timestamp("due_at").defaultsTo(LocalDateTime.of(2026, 2, 28, 8, 30));
        t.timestamptz("valid_from").defaultsTo(Instant.parse("2026-02-28T08:30:00Z"));
        t.timestamptz("created_at").defaultsTo(Sql.now());
        t.uuid("tenant").defaultsTo(UUID.fromString("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
        t.binary("picture").defaultsTo(new byte[] {(byte) 0xCA, (byte) 0xFE});
        t.text("nick").defaultsTo(null);
        t.uuid("token").defaultsTo(Sql.raw("gen_random_uuid()"));
    }
}
