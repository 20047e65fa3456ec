package dev.headway.internal.tooling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.internal.tooling.diff.SchemaDiff.Result;
import dev.headway.internal.tooling.source.OperationSource;
import dev.headway.op.Directives;
import dev.headway.op.Operation;
import dev.headway.op.Sql;
import dev.headway.schema.Schema;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each kind of difference gives the directives that remove it, and those that restore it. */
class DifferencesTest {
    /**
     * Two schemas, and what leads from one to the other.
     *
     * @param name the kind of difference
     * @param from creates the first schema
     * @param to creates the second schema
     * @param upgrade the expected directives from the first to the second
     * @param downgrade the expected directives from the second to the first
     */
    private record Difference(String name, Directives from, Directives to, String upgrade, String downgrade) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Difference difference(
            String name, Directives from, Directives to, String upgrade, String downgrade) {
        return new Difference(name, from, to, upgrade, downgrade);
    }

    private static final Directives NOTHING = op -> {};

    private static final Directives TABLE = op -> op.createTable("t", t -> {
        t.integer("a");
        t.integer("b");
    });

    private static Directives tableAnd(Directives more) {
        return op -> {
            TABLE.applyTo(op);
            more.applyTo(op);
        };
    }

    static final List<Difference> TABLES = List.of(
            difference(
                    "table",
                    NOTHING,
                    op -> op.createTable("t", t -> t.integer("a")),
                    "op.createTable(\"t\", t -> t.integer(\"a\"));",
                    "op.dropTable(\"t\");"),
            difference(
                    "comment of a table",
                    TABLE,
                    op -> op.createTable("t", t -> {
                        t.integer("a");
                        t.integer("b");
                        t.comment("new");
                    }),
                    "op.commentOnTable(\"t\", \"new\");",
                    "op.commentOnTable(\"t\", null);"),
            difference(
                    "tables that reference each other",
                    NOTHING,
                    op -> {
                        op.createTable("t", t -> {
                            t.integer("id").primaryKey();
                            t.integer("u_id");
                            t.foreignKey("fk_t", "u_id").references("u", "id");
                        });
                        op.createTable("u", t -> {
                            t.integer("id").primaryKey();
                            t.integer("t_id");
                            t.foreignKey("fk_u", "t_id").references("t", "id");
                        });
                    },
                    "op.createTable(\"t\", t -> { t.integer(\"id\").primaryKey(); t.integer(\"u_id\"); });"
                            + " op.createTable(\"u\", t -> { t.integer(\"id\").primaryKey(); t.integer(\"t_id\");"
                            + " t.foreignKey(\"fk_u\", \"t_id\").references(\"t\", \"id\"); });"
                            + " op.addForeignKey(\"fk_t\", \"t\", \"u_id\").references(\"u\", \"id\");",
                    "op.dropConstraint(\"fk_t\", \"t\"); op.dropTable(\"u\"); op.dropTable(\"t\");"));

    static final List<Difference> COLUMNS = List.of(
            difference(
                    "column",
                    op -> op.createTable("t", t -> t.integer("a")),
                    TABLE,
                    "op.addColumn(\"t\", c -> c.integer(\"b\"));",
                    "op.dropColumn(\"t\", \"b\");"),
            difference(
                    "type",
                    op -> op.createTable("t", t -> t.varchar("a", 20)),
                    op -> op.createTable("t", t -> t.varchar("a", 30)),
                    "op.alterColumn(\"t\", \"a\").varchar(30);",
                    "op.alterColumn(\"t\", \"a\").varchar(20);"),
            difference(
                    "NOT NULL",
                    op -> op.createTable("t", t -> t.integer("a")),
                    op -> op.createTable("t", t -> t.integer("a").notNull()),
                    "op.alterColumn(\"t\", \"a\").notNull();",
                    "op.alterColumn(\"t\", \"a\").nullable();"),
            difference(
                    "default",
                    op -> op.createTable("t", t -> t.integer("a")),
                    op -> op.createTable("t", t -> t.integer("a").defaultsTo(1)),
                    "op.alterColumn(\"t\", \"a\").defaultsTo(1);",
                    "op.alterColumn(\"t\", \"a\").noDefault();"),
            difference(
                    "default of another type, which is dropped before the type changes",
                    op -> op.createTable("t", t -> t.integer("a").defaultsTo(1)),
                    op -> op.createTable("t", t -> t.text("a").defaultsTo("x")),
                    "op.alterTable(\"t\", t -> { t.alterColumn(\"a\").noDefault();"
                            + " t.alterColumn(\"a\").text().defaultsTo(\"x\"); });",
                    "op.alterTable(\"t\", t -> { t.alterColumn(\"a\").noDefault();"
                            + " t.alterColumn(\"a\").integer().defaultsTo(1); });"),
            difference(
                    "collation",
                    op -> op.createTable("t", t -> t.text("a")),
                    op -> op.createTable("t", t -> t.text("a").collate("C")),
                    "op.alterColumn(\"t\", \"a\").text().collate(\"C\");",
                    "op.alterColumn(\"t\", \"a\").text().noCollation();"),
            difference(
                    "comment of a column",
                    op -> op.createTable("t", t -> t.integer("a")),
                    op -> op.createTable("t", t -> t.integer("a").comment("new")),
                    "op.commentOnColumn(\"t\", \"a\", \"new\");",
                    "op.commentOnColumn(\"t\", \"a\", null);"),
            difference(
                    "identity",
                    op -> op.createTable("t", t -> t.bigint("id").notNull()),
                    op -> op.createTable("t", t -> t.bigint("id").identity()),
                    "op.alterColumn(\"t\", \"id\").identity();",
                    "op.alterColumn(\"t\", \"id\").noIdentity();"),
            difference(
                    "generated column, which is added again",
                    op -> op.createTable("t", t -> {
                        t.integer("a");
                        t.integer("b").generatedAs("a + 1");
                    }),
                    op -> op.createTable("t", t -> {
                        t.integer("a");
                        t.integer("b").generatedAs("a + 2");
                    }),
                    "op.alterTable(\"t\", t -> { t.dropColumn(\"b\");"
                            + " t.addColumn(c -> c.integer(\"b\").generatedAs(\"a + 2\")); });",
                    "op.alterTable(\"t\", t -> { t.dropColumn(\"b\");"
                            + " t.addColumn(c -> c.integer(\"b\").generatedAs(\"a + 1\")); });"),
            difference(
                    "several changes of a table",
                    op -> op.createTable("t", t -> {
                        t.integer("a");
                        t.integer("old");
                    }),
                    op -> op.createTable("t", t -> {
                        t.integer("a").notNull();
                        t.text("fresh").defaultsTo(Sql.raw("lower('A')"));
                    }),
                    "op.alterTable(\"t\", t -> { t.dropColumn(\"old\"); t.alterColumn(\"a\").notNull();"
                            + " t.addColumn(c -> c.text(\"fresh\").defaultsTo(Sql.raw(\"lower('A')\"))); });",
                    "op.alterTable(\"t\", t -> { t.dropColumn(\"fresh\"); t.alterColumn(\"a\").nullable();"
                            + " t.addColumn(c -> c.integer(\"old\")); });"));

    static final List<Difference> CONSTRAINTS = List.of(
            difference(
                    "unique constraint",
                    TABLE,
                    op -> op.createTable("t", t -> {
                        t.integer("a").unique("uq");
                        t.integer("b");
                    }),
                    "op.addUnique(\"uq\", \"t\", \"a\");",
                    "op.dropConstraint(\"uq\", \"t\");"),
            difference(
                    "unnamed constraint, which gets a conventional name",
                    TABLE,
                    op -> op.createTable("t", t -> {
                        t.integer("a").unique();
                        t.integer("b");
                    }),
                    "op.addUnique(\"uq_t_a\", \"t\", \"a\");",
                    "op.dropConstraint(\"uq_t_a\", \"t\");"),
            difference(
                    "check",
                    TABLE,
                    op -> op.createTable("t", t -> {
                        t.integer("a");
                        t.integer("b");
                        t.check("ck", "a > 0");
                    }),
                    "op.addCheck(\"ck\", \"t\", \"a > 0\");",
                    "op.dropConstraint(\"ck\", \"t\");"),
            difference(
                    "constraint on a dropped column, which is dropped before it",
                    op -> op.createTable("t", t -> {
                        t.integer("a");
                        t.integer("b").unique("uq");
                    }),
                    op -> op.createTable("t", t -> t.integer("a")),
                    "op.alterTable(\"t\", t -> { t.dropConstraint(\"uq\"); t.dropColumn(\"b\"); });",
                    "op.alterTable(\"t\", t -> { t.addColumn(c -> c.integer(\"b\")); t.addUnique(\"uq\", \"b\"); });"),
            difference(
                    "names of constraints, which are ignored",
                    op -> op.createTable("t", t -> t.integer("a").unique("x")),
                    op -> op.createTable("t", t -> t.integer("a").unique("y")),
                    "",
                    ""),
            difference(
                    "order of columns, which is ignored",
                    TABLE,
                    op -> op.createTable("t", t -> {
                        t.integer("b");
                        t.integer("a");
                    }),
                    "",
                    ""));

    static final List<Difference> OTHERS = List.of(
            difference(
                    "index",
                    TABLE,
                    tableAnd(op -> op.createIndex("ix", "t", "a").unique()),
                    "op.createIndex(\"ix\", \"t\", \"a\").unique();",
                    "op.dropIndex(\"ix\", \"t\");"),
            difference(
                    "sequence",
                    NOTHING,
                    op -> op.createSequence("s"),
                    "op.createSequence(\"s\");",
                    "op.dropSequence(\"s\");"),
            difference(
                    "limits of a sequence",
                    op -> op.createSequence("s"),
                    op -> op.createSequence("s", s -> s.incrementBy(5)),
                    "op.execute(\"ALTER SEQUENCE s START WITH 1 INCREMENT BY 5 NO MINVALUE NO MAXVALUE NO CYCLE\");",
                    "op.execute(\"ALTER SEQUENCE s START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE NO CYCLE\");"),
            difference(
                    "limits that exclude each other, so that the sequence restarts",
                    op -> op.createSequence("s"),
                    op -> op.createSequence("s", s -> s.incrementBy(-1).startWith(-1)),
                    "op.execute(\"ALTER SEQUENCE s START WITH -1 INCREMENT BY -1 NO MINVALUE NO MAXVALUE NO CYCLE RESTART WITH -1\");",
                    "op.execute(\"ALTER SEQUENCE s START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE NO CYCLE RESTART WITH 1\");"),
            difference(
                    "enum",
                    NOTHING,
                    op -> op.createEnum("mood", "good"),
                    "op.createEnum(\"mood\", \"good\");",
                    "op.dropEnum(\"mood\");"),
            difference(
                    "value at the end of an enum, which cannot be removed again",
                    op -> op.createEnum("mood", "good"),
                    op -> op.createEnum("mood", "good", "bad"),
                    "op.addEnumValue(\"mood\", \"bad\");",
                    "op.execute(\"ALTER TYPE mood RENAME TO mood_old\"); op.createEnum(\"mood\", \"good\");"
                            + " op.dropEnum(\"mood_old\");"),
            difference(
                    "view",
                    TABLE,
                    tableAnd(op -> op.createView("v", "SELECT a FROM t")),
                    "op.createView(\"v\", \"SELECT a FROM t\");",
                    "op.dropView(\"v\");"),
            difference(
                    "view of a changed table, which is created again",
                    tableAnd(op -> op.createView("v", "SELECT a FROM t")),
                    op -> {
                        op.createTable("t", t -> {
                            t.bigint("a");
                            t.integer("b");
                        });
                        op.createView("v", "SELECT a FROM t");
                    },
                    "op.dropView(\"v\"); op.alterColumn(\"t\", \"a\").bigint();"
                            + " op.createView(\"v\", \"SELECT a FROM t\");",
                    "op.dropView(\"v\"); op.alterColumn(\"t\", \"a\").integer();"
                            + " op.createView(\"v\", \"SELECT a FROM t\");"),
            difference(
                    "schema",
                    NOTHING,
                    op -> op.createSchema("audit"),
                    "op.createSchema(\"audit\");",
                    "op.dropSchema(\"audit\");"));

    @ParameterizedTest
    @FieldSource({"TABLES", "COLUMNS", "CONSTRAINTS", "OTHERS"})
    void givesDirectives(Difference difference) {
        Schema from = ReadSchema.of(difference.from());
        Schema to = ReadSchema.of(difference.to());

        Result result = new SchemaDiff(ReadSchema.STANDARD).between(from, to);

        assertThat(source(result.upgrade(), to)).isEqualTo(difference.upgrade());
        assertThat(source(result.downgrade(), from)).isEqualTo(difference.downgrade());
        assertThat(result.isEmpty()).isEqualTo(difference.upgrade().isEmpty());
    }

    @ParameterizedTest
    @FieldSource({"TABLES", "COLUMNS", "CONSTRAINTS", "OTHERS"})
    void findsNothingBetweenEqualSchemas(Difference difference) {
        Schema schema = ReadSchema.of(difference.to());

        assertThat(new SchemaDiff(ReadSchema.STANDARD, true)
                        .between(schema, schema)
                        .upgrade())
                .isEmpty();
    }

    private static String source(List<Operation> operations, Schema schema) {
        String source = new OperationSource(ReadSchema.STANDARD.type(), schema.enums())
                .of(operations)
                .toString()
                .replaceAll("dev\\.headway\\.op\\.Sql", "Sql");
        return String.join(" ", Arrays.stream(source.split("\\s*\\n\\s*")).toList())
                .replace(" .", ".")
                .strip();
    }
}
