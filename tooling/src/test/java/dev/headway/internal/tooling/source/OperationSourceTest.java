package dev.headway.internal.tooling.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.palantir.javapoet.CodeBlock;
import dev.headway.internal.tooling.diff.ReadSchema;
import dev.headway.op.Directives;
import dev.headway.op.Operation;
import dev.headway.op.Sql;
import dev.headway.schema.EnumType;
import dev.headway.schema.Identity;
import dev.headway.schema.ReferentialAction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An operation is written as the directive that it came from. */
class OperationSourceTest {
    /** Directives, and their source. */
    private record Written(String source, Directives directives) {
        @Override
        public String toString() {
            return source;
        }
    }

    private static Written written(String source, Directives directives) {
        return new Written(source, directives);
    }

    static final List<Written> TABLES = List.of(
            written("op.createTable(\"t\", t -> t.integer(\"a\"));", op -> op.createTable("t", t -> t.integer("a"))),
            written(
                    "op.createTable(\"t\", t -> { t.bigint(\"id\").identity().primaryKey(); t.varchar(\"a\", 20).notNull(); });",
                    op -> op.createTable("t", t -> {
                        t.bigint("id").identity().primaryKey();
                        t.varchar("a", 20).notNull();
                    })),
            written(
                    "op.createTable(\"t\", t -> { t.integer(\"a\").unique(\"uq\"); t.integer(\"b\").unique(); });",
                    op -> op.createTable("t", t -> {
                        t.integer("a").unique("uq");
                        t.integer("b").unique();
                    })),
            written(
                    "op.createTable(\"t\", t -> { t.integer(\"a\"); t.integer(\"b\"); t.primaryKey(\"a\", \"b\"); t.index(\"ix\", \"b\"); t.comment(\"c\"); });",
                    op -> op.createTable("t", t -> {
                        t.integer("a");
                        t.integer("b");
                        t.primaryKey("a", "b");
                        t.index("ix", "b");
                        t.comment("c");
                    })),
            written("op.dropTable(\"t\");", op -> op.dropTable("t")),
            written("op.renameTable(\"t\", \"u\");", op -> op.renameTable("t", "u")),
            written("op.commentOnTable(\"t\", \"it's\");", op -> op.commentOnTable("t", "it's")),
            written("op.commentOnTable(\"t\", null);", op -> op.commentOnTable("t", null)),
            written(
                    "op.alterTable(\"t\", t -> { t.dropColumn(\"a\"); t.renameColumn(\"b\", \"c\"); });",
                    op -> op.alterTable("t", t -> {
                        t.dropColumn("a");
                        t.renameColumn("b", "c");
                    })));

    static final List<Written> COLUMNS = List.of(
            written(
                    "op.addColumn(\"t\", c -> c.decimal(\"a\", 12, 2).notNull().defaultsTo(1));",
                    op -> op.addColumn("t", c -> c.decimal("a", 12, 2).notNull().defaultsTo(1))),
            written(
                    "op.addColumn(\"t\", c -> c.text(\"a\").collate(\"C\").defaultsTo(\"it's\").comment(\"why\"));",
                    op -> op.addColumn(
                            "t",
                            c -> c.text("a").collate("C").defaultsTo("it's").comment("why"))),
            written(
                    "op.addColumn(\"t\", c -> c.timestamp(\"a\").defaultsTo(Sql.now()));",
                    op -> op.addColumn("t", c -> c.timestamp("a").defaultsTo(Sql.now()))),
            written(
                    "op.addColumn(\"t\", c -> c.text(\"a\").defaultsTo(Sql.raw(\"lower('A')\")));",
                    op -> op.addColumn("t", c -> c.text("a").defaultsTo(Sql.raw("lower('A')")))),
            written(
                    "op.addColumn(\"t\", c -> c.bool(\"a\").defaultsTo(true));",
                    op -> op.addColumn("t", c -> c.type("a", "boolean").defaultsTo(Sql.raw("TRUE")))),
            written(
                    "op.addColumn(\"t\", c -> c.type(\"a\", \"citext\"));",
                    op -> op.addColumn("t", c -> c.type("a", "citext"))),
            written(
                    "op.addColumn(\"t\", c -> c.integer(\"a\").generatedAs(\"id + 1\"));",
                    op -> op.addColumn("t", c -> c.integer("a").generatedAs("id + 1"))),
            written(
                    "op.addColumn(\"t\", c -> c.integer(\"a\").generatedWhenReadAs(\"id + 1\"));",
                    op -> op.addColumn("t", c -> c.integer("a").generatedWhenReadAs("id + 1"))),
            written(
                    "op.addColumn(\"t\", c -> c.bigint(\"a\").identityAlways());",
                    op -> op.addColumn("t", c -> c.bigint("a").identityAlways())),
            written(
                    "op.addColumn(\"t\", c -> c.bigint(\"a\").identity(new Identity(false, 5, 10)));",
                    op -> op.addColumn("t", c -> c.bigint("a").identity(new Identity(false, 5, 10)))),
            written(
                    "op.addColumn(\"t\", c -> c.type(\"a\", \"integer\").collate(\"NOCASE\"));",
                    op -> op.addColumn("t", c -> c.type("a", "integer").collate("NOCASE"))),
            written("op.dropColumn(\"t\", \"a\");", op -> op.dropColumn("t", "a")),
            written("op.renameColumn(\"t\", \"a\", \"b\");", op -> op.renameColumn("t", "a", "b")),
            written("op.commentOnColumn(\"t\", \"a\", \"c\");", op -> op.commentOnColumn("t", "a", "c")),
            written(
                    "op.alterColumn(\"t\", \"a\").varchar(30).using(\"trim(a)\").notNull();",
                    op -> op.alterColumn("t", "a").varchar(30).using("trim(a)").notNull()),
            written(
                    "op.alterColumn(\"t\", \"a\").type(\"date\").collate(\"NOCASE\");",
                    op -> op.alterColumn("t", "a").type("date").collate("NOCASE")),
            written(
                    "op.alterColumn(\"t\", \"a\").integer().noCollation();",
                    op -> op.alterColumn("t", "a").integer().noCollation()),
            written(
                    "op.alterColumn(\"t\", \"a\").nullable();",
                    op -> op.alterColumn("t", "a").nullable()),
            written(
                    "op.alterColumn(\"t\", \"a\").noDefault();",
                    op -> op.alterColumn("t", "a").noDefault()),
            written(
                    "op.alterColumn(\"t\", \"a\").defaultsTo(\"x\");",
                    op -> op.alterColumn("t", "a").defaultsTo("x")),
            written(
                    "op.alterColumn(\"t\", \"a\").noIdentity();",
                    op -> op.alterColumn("t", "a").noIdentity()),
            written(
                    "op.alterColumn(\"t\", \"a\").identity();",
                    op -> op.alterColumn("t", "a").identity()));

    static final List<Written> CONSTRAINTS = List.of(
            written("op.addPrimaryKey(\"pk\", \"t\", \"a\");", op -> op.addPrimaryKey("pk", "t", "a")),
            written(
                    "op.addUnique(\"uq\", \"t\", \"a\", \"b\").nullsNotDistinct().deferrable();",
                    op -> op.addUnique("uq", "t", "a", "b").nullsNotDistinct().deferrable()),
            written(
                    "op.addForeignKey(\"fk\", \"t\", \"a\").references(\"u\", \"id\").onDelete(ReferentialAction.CASCADE)"
                            + ".onUpdate(ReferentialAction.SET_NULL).initiallyDeferred().notValid();",
                    op -> op.addForeignKey("fk", "t", "a")
                            .references("u", "id")
                            .onDelete(ReferentialAction.CASCADE)
                            .onUpdate(ReferentialAction.SET_NULL)
                            .initiallyDeferred()
                            .notValid()),
            written("op.addCheck(\"ck\", \"t\", \"a > 0\");", op -> op.addCheck("ck", "t", "a > 0")),
            written(
                    "op.addCheck(\"ck\", \"t\", \"a > 0\").notValid();",
                    op -> op.addCheck("ck", "t", "a > 0").notValid()),
            written(
                    "op.addExclusion(\"ex\", \"t\").with(\"a\", \"&&\").using(\"gist\").where(\"b\");",
                    op -> op.addExclusion("ex", "t")
                            .with("a", "&&")
                            .using("gist")
                            .where("b")),
            written("op.dropConstraint(\"uq\", \"t\");", op -> op.dropConstraint("uq", "t")),
            written(
                    "op.dropConstraint(\"t\", c -> c.unique(\"a\"));",
                    op -> op.dropConstraint("t", c -> c.unique("a"))),
            written("op.renameConstraint(\"t\", \"uq\", \"uq2\");", op -> op.renameConstraint("t", "uq", "uq2")));

    static final List<Written> INDEXES = List.of(
            written("op.createIndex(\"ix\", \"t\", \"a\", \"b\");", op -> op.createIndex("ix", "t", "a", "b")),
            written(
                    "op.createIndex(\"ix\", \"t\", \"a\").unique();",
                    op -> op.createIndex("ix", "t", "a").unique()),
            written(
                    "op.createIndex(\"ix\", \"t\", \"a\").using(\"gin\").include(\"b\").where(\"c > 0\");",
                    op -> op.createIndex("ix", "t", "a")
                            .using("gin")
                            .include("b")
                            .where("c > 0")),
            written(
                    "op.createIndex(\"ix\", \"t\").expression(\"lower(a)\").descending(\"b\");",
                    op -> op.createIndex("ix", "t").expression("lower(a)").descending("b")),
            written("op.dropIndex(\"ix\", \"t\");", op -> op.dropIndex("ix", "t")),
            written("op.renameIndex(\"t\", \"ix\", \"ix2\");", op -> op.renameIndex("t", "ix", "ix2")));

    static final List<Written> OTHERS = List.of(
            written("op.createSequence(\"s\");", op -> op.createSequence("s")),
            written(
                    "op.createSequence(\"s\", s -> s.startWith(5).incrementBy(2).minValue(1).maxValue(5000000000L).cycle());",
                    op -> op.createSequence(
                            "s",
                            s -> s.startWith(5)
                                    .incrementBy(2)
                                    .minValue(1)
                                    .maxValue(5_000_000_000L)
                                    .cycle())),
            written("op.dropSequence(\"s\");", op -> op.dropSequence("s")),
            written("op.createEnum(\"mood\", \"good\", \"bad\");", op -> op.createEnum("mood", "good", "bad")),
            written("op.addEnumValue(\"mood\", \"so so\");", op -> op.addEnumValue("mood", "so so")),
            written("op.dropEnum(\"mood\");", op -> op.dropEnum("mood")),
            written("op.createView(\"v\", \"SELECT 1\");", op -> op.createView("v", "SELECT 1")),
            written("op.dropView(\"v\");", op -> op.dropView("v")),
            written("op.createSchema(\"audit\");", op -> op.createSchema("audit")),
            written("op.dropSchema(\"audit\");", op -> op.dropSchema("audit")),
            written("op.execute(\"SELECT 1\");", op -> op.execute("SELECT 1")),
            written("op.insert(\"t\", Map.of(\"a\", 1));", op -> op.insert("t", Map.of("a", 1))),
            written("op.insert(\"t\", Map.of(\"a\", 2L));", op -> op.insert("t", Map.of("a", 2L))),
            written(
                    "op.insert(\"t\", Map.of(\"a\", new BigDecimal(\"1.50\")));",
                    op -> op.insert("t", Map.of("a", new BigDecimal("1.50")))),
            written(
                    "op.insert(\"t\", Map.of(\"a\", Instant.parse(\"2026-01-01T00:00:00Z\")));",
                    op -> op.insert("t", Map.of("a", Instant.parse("2026-01-01T00:00:00Z")))),
            written(
                    "op.insert(\"t\", Map.of(\"a\", HexFormat.of().parseHex(\"cafe\")));",
                    op -> op.insert("t", Map.of("a", new byte[] {(byte) 0xca, (byte) 0xfe}))));

    @ParameterizedTest
    @FieldSource({"TABLES", "COLUMNS", "CONSTRAINTS", "INDEXES", "OTHERS"})
    void writesDirective(Written written) {
        assertThat(source(List.of(), written.directives())).isEqualTo(written.source());
    }

    @Test
    void writesEnumByNameAndValues() {
        EnumType mood = new EnumType("mood", List.of("good", "bad"));

        assertThat(source(List.of(mood), op -> op.addColumn("t", c -> c.type("a", "mood"))))
                .isEqualTo("op.addColumn(\"t\", c -> c.enumerated(\"a\", \"mood\", \"good\", \"bad\"));");
    }

    @Test
    void writesSqlOfSeveralLinesAsTextBlock() {
        assertThat(SqlSource.of("SELECT a\nFROM t").toString()).isEqualTo("\"\"\"\nSELECT a\nFROM t\"\"\"");
        assertThat(SqlSource.of("SELECT \"a\"\nFROM \"t\"").toString())
                .isEqualTo("\"\"\"\nSELECT \"a\"\nFROM \"t\\\"\"\"\"");
    }

    @Test
    void writesSqlThatATextBlockWouldChangeAsLiteral() {
        assertThat(Stream.of("a \nb", " a\nb").map(SqlSource::of).map(CodeBlock::toString))
                .allMatch(source -> source.startsWith("\"") && !source.startsWith("\"\"\""));
    }

    @Test
    void refusesOperationThatNoComparisonFinds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(List.of(), op -> op.dropExtension("citext")))
                .withMessageContaining("dropExtension(\"citext\")");
    }

    private static String source(List<EnumType> enums, Directives directives) {
        List<Operation> operations = ReadSchema.operations(directives);
        return new OperationSource(ReadSchema.STANDARD.type(), enums)
                .of(operations)
                .toString()
                .replaceAll("(?:com|dev|java)\\.[a-z.]+\\.([A-Z])", "$1")
                .replaceAll("\\s*\\n\\s*(?=\\.)", "")
                .replaceAll("\\s*\\n\\s*", " ")
                .strip();
    }
}
