package dev.headway.internal.tooling.autogenerate;

import dev.headway.op.CreateIndexOptions;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.IndexKeys;
import dev.headway.op.SequenceDraft;
import dev.headway.op.TableDraft;
import dev.headway.schema.ReferentialAction;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Something in which two schemas can differ.
 *
 * @param name what the documentation calls it
 * @param one makes the one
 * @param other makes the other
 */
record ComparedFeature(String name, Directives one, Directives other) {
    private static final Map<Database, String> COLLATIONS = Map.of(
            Database.POSTGRESQL, "C",
            Database.MARIADB, "utf8mb4_bin",
            Database.MYSQL, "utf8mb4_bin");

    /** Returns all that the documentation tells of. */
    static List<ComparedFeature> all(Database database) {
        String collation = COLLATIONS.getOrDefault(database, "NOCASE");
        return List.of(
                new ComparedFeature("tables", op -> {}, table(t -> {})),
                column("columns", t -> {}, t -> t.integer("a")),
                column("types", t -> t.varchar("a", 20), t -> t.varchar("a", 30)),
                column("`NOT NULL`", t -> t.integer("a"), t -> t.integer("a").notNull()),
                column("defaults", t -> t.integer("a"), t -> t.integer("a").defaultsTo(1)),
                new ComparedFeature(
                        "identity",
                        op -> op.createTable("t", t -> t.bigint("id").primaryKey()),
                        op -> op.createTable("t", t -> t.bigint("id").identity().primaryKey())),
                column(
                        "generated columns",
                        t -> t.integer("a").generatedAs("id + 1"),
                        t -> t.integer("a").generatedAs("id + 2")),
                column(
                        "collations",
                        t -> t.varchar("a", 20),
                        t -> t.varchar("a", 20).collate(collation)),
                new ComparedFeature(
                        "primary keys",
                        op -> op.createTable("t", t -> t.integer("id").notNull()),
                        op -> op.createTable("t", t -> t.integer("id").notNull().primaryKey())),
                column("unique", t -> t.integer("a"), t -> t.integer("a").unique("uq")),
                column(
                        "unique: `NULLS NOT DISTINCT`",
                        t -> unique(t).unique("uq", "a"),
                        t -> unique(t).unique("uq", "a").nullsNotDistinct()),
                column("foreign keys", t -> t.integer("a"), t -> t.integer("a").references("t", "id")),
                column(
                        "foreign keys: actions",
                        t -> t.integer("a").references("t", "id"),
                        t -> t.integer("a").references("t", "id", key -> key.onDelete(ReferentialAction.CASCADE))),
                column(
                        "foreign keys: deferrable",
                        t -> t.integer("a").references("t", "id"),
                        t -> t.integer("a").references("t", "id", key -> key.deferrable())),
                column("checks", t -> {}, t -> t.check("ck", "id > 0")),
                new ComparedFeature("checks: `NOT VALID`", table(t -> t.check("ck", "id > 0")), op -> {
                    table(t -> {}).applyTo(op);
                    op.addCheck("ck", "t", "id > 0").notValid();
                }),
                column(
                        "exclusions",
                        t -> {},
                        t -> t.exclusion("ex")
                                .with("int4range(id, id + 10)", "&&")
                                .using("gist")),
                index("indexes", null, index -> index.column("a")),
                index(
                        "indexes: unique",
                        index -> index.column("a"),
                        index -> index.column("a").unique()),
                index("indexes: order", index -> index.column("a"), index -> index.descending("a")),
                index(
                        "indexes: where nulls come",
                        index -> index.column("a").nullsFirst(),
                        index -> index.column("a").nullsLast()),
                index(
                        "indexes: expressions",
                        index -> index.expression("lower(a)"),
                        index -> index.expression("upper(a)")),
                index(
                        "indexes: conditions",
                        index -> index.column("a").where("id > 1"),
                        index -> index.column("a").where("id > 2")),
                index(
                        "indexes: included columns",
                        index -> index.column("a"),
                        index -> index.column("a").include("id")),
                index(
                        "indexes: methods",
                        index -> index.column("a"),
                        index -> index.column("a").using("hash")),
                index(
                        "indexes: operator classes",
                        index -> index.column("a"),
                        index -> index.column("a", "varchar_pattern_ops")),
                column("comments", t -> {}, t -> t.comment("what it is")),
                column(
                        "comments on columns",
                        t -> t.integer("a"),
                        t -> t.integer("a").comment("what it is")),
                new ComparedFeature("sequences", op -> {}, op -> op.createSequence("s")),
                sequence("sequences: steps, limits", s -> s.maxValue(9)),
                new ComparedFeature("views", table(t -> {}), op -> {
                    table(t -> {}).applyTo(op);
                    op.createView("v", "SELECT id FROM t");
                }),
                new ComparedFeature("enums as types", op -> {}, op -> op.createEnum("mood", "sad", "happy")),
                new ComparedFeature(
                        "enums as types: values",
                        op -> op.createEnum("mood", "sad"),
                        op -> op.createEnum("mood", "sad", "happy")),
                new ComparedFeature("other schemas", op -> {}, op -> op.createSchema("audit")));
    }

    private static TableDraft unique(TableDraft table) {
        table.integer("a");
        return table;
    }

    private static Directives table(Consumer<TableDraft> more) {
        return op -> op.createTable("t", t -> {
            t.integer("id").primaryKey();
            more.accept(t);
        });
    }

    private static ComparedFeature column(String name, Consumer<TableDraft> one, Consumer<TableDraft> other) {
        return new ComparedFeature(name, table(one), table(other));
    }

    private static ComparedFeature index(
            String name, Consumer<IndexKeys<CreateIndexOptions>> one, Consumer<IndexKeys<CreateIndexOptions>> other) {
        return new ComparedFeature(name, indexed(one), indexed(other));
    }

    private static Directives indexed(Consumer<IndexKeys<CreateIndexOptions>> index) {
        return op -> {
            table(t -> t.varchar("a", 20)).applyTo(op);
            if (index != null) {
                index.accept(op.createIndex("ix", "t"));
            }
        };
    }

    private static ComparedFeature sequence(String name, Consumer<SequenceDraft> more) {
        return new ComparedFeature(name, op -> op.createSequence("s"), op -> op.createSequence("s", more));
    }
}
