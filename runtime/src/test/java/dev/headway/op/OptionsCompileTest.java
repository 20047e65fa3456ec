package dev.headway.op;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Directives with options that make sense compile, and others do not. */
@TestInstance(Lifecycle.PER_CLASS)
class OptionsCompileTest {
    private static final String SENSE = """
            op.createTable("t", t -> t.bigint("id")).engine("InnoDB").charset("utf8mb4").ifNotExists()
            op.dropTable("t", t -> t.bigint("id")).ifExists()
            op.createIndex("ix", "t", "a", "b").unique().concurrently()
            op.createIndex("ix", "t", "a").concurrently().unique().nullsNotDistinct().ifNotExists()
            op.createIndex("ix", "t").descending("a").nullsLast().expression("lower(b)").nullsFirst().unique()
            op.createIndex("ix", "t", "a").column("b", "text_ops").using("gin").include("c").where("d")
            op.dropIndex("ix").ifExists().concurrently()
            op.dropIndex("ix", "t").concurrently().ifExists()
            op.dropIndex("ix", "t", "a").concurrently()
            op.dropIndex("ix", "t", i -> i.descending("a").nullsLast().unique().where("b")).ifExists()
            op.addColumn("t", c -> c.bigint("a").notNull().identity().comment("b").unique()).ifNotExists()
            op.addColumn("t", c -> c.column("a").text().collate("C").defaultsTo("b").notNull().check("c"))
            op.addColumn("t", c -> c.integer("a").generatedAs("b").notNull().primaryKey())
            op.addColumn("t", c -> c.bigint("a").references("u", "id", key -> key.named("fk").deferrable()))
            op.addColumn("t", c -> c.smallint("a").comment("b").identityAlways().notNull())
            op.addColumn("t", c -> c.integer("a").unique().identity(new dev.headway.schema.Identity(true, 5, 2)))
            op.addColumn("t", c -> c.decimal("a", 9, 0).identity().primaryKey())
            op.addColumn("t", c -> c.varchar("a", 9).notNull().defaultsTo("b").unique().collate("C").comment("d"))
            op.addColumn("t", c -> c.character("a", 9).generatedAs("b").collate("C").notNull())
            op.addColumn("t", c -> c.enumerated("a", "mood", "sad").collate("C"))
            op.addColumn("t", c -> c.array("a", of -> of.text()).collate("C").notNull())
            op.addColumn("t", c -> c.type("a", "citext").collate("C").defaultsTo("b"))
            op.addColumn("t", c -> c.type("a", "int unsigned").notNull().identity())
            op.addColumn("t", c -> c.column("a").of(dev.headway.schema.ColumnType.Plain.DOUBLE).identity())
            op.addColumn("t", c -> c.date("a").notNull().generatedAs("b").primaryKey())
            op.dropColumn("t", "a", c -> c.bigint().notNull().identity())
            op.dropColumn("t", "a", c -> c.varchar(20).unique("uq")).ifExists()
            op.alterColumn("t", "a").notNull().varchar(9).using("b").collate("C").defaultsTo("c")
            op.alterColumn("t", "a").text().noCollation().nullable().noDefault().from(c -> c.varchar(9))
            op.alterColumn("t", "a").noDefault().identity()
            op.alterColumn("t", "a").identityAlways().notNull().bigint().using("b").from(c -> c.text().collate("C"))
            op.alterColumn("t", "a").integer().noDefault().using("b").identity()
            op.alterColumn("t", "a").text().noIdentity().nullable().collate("C")
            op.alterColumn("t", "a").date().using("b").notNull().defaultsTo("c").noIdentity()
            op.alterColumn("t", "a").bigint().using("b").noCollation()
            op.alterColumn("t", "a").type("citext").notNull().collate("C").identity()
            op.commentOnColumn("t", "a", "b").from(c -> c.varchar(9).comment("c"))
            op.addForeignKey("fk", "t", "a").references("u", "b").initiallyDeferred().notValid()
            op.addCheck("ck", "t", "a > 0").notValid()
            op.addExclusion("ex", "t").with("a", "=").using("gist").where("b").with("c", "&&").deferrable()
            op.addUnique("uq", "t", "a").nullsNotDistinct().deferrable()
            op.dropConstraint("pk", "t", c -> c.primaryKey("a")).ifExists()
            op.dropConstraint("fk", "t", c -> c.foreignKey("a").references("u", "b").notValid())
            op.dropConstraint("t", c -> c.exclusion().with("a", "=").using("gist"))
            op.createTable("t", t -> t.foreignKey("fk", "a").references("u", "b").deferrable())
            op.createTable("t", t -> t.enumerated("a", "mood", "sad", "happy").notNull())
            op.backfill("UPDATE t SET a = 1 WHERE id BETWEEN :from AND :to").byKey("t", "id").batchSize(5)
            op.createView("v", "SELECT 1").orReplace()
            op.createSequence("s", s -> s.startWith(5).cycle()).ifNotExists()
            op.dropEnum("mood", "sad").ifExists()
            """;

    /** Each directive with the part that makes no sense. */
    private static final String NONSENSE = """
            op.createTable("t", t -> t.bigint("id")).ifExists() // ifExists(
            op.createTable("t", t -> t.bigint("id")).orReplace() // orReplace(
            op.dropTable("t").ifNotExists() // ifNotExists(
            op.dropTable("t").engine("InnoDB") // engine(
            op.renameTable("t", "u").ifExists() // void
            op.createIndex("ix", "t", "a").ifExists() // ifExists(
            op.createIndex("ix", "t").unique() // unique(
            op.createIndex("ix", "t").concurrently() // concurrently(
            op.createIndex("ix", "t").nullsFirst() // nullsFirst(
            op.createIndex("ix", "t", "a").include() // include
            op.dropIndex("ix").unique() // unique(
            op.dropIndex("ix").ifNotExists() // ifNotExists(
            op.dropIndex("ix").column("a") // column(
            op.dropIndex("ix", "t").where("a") // where(
            op.dropIndex("ix", "t", "a").unique() // unique(
            op.dropIndex("ix", "t", i -> i.unique()) // unique(
            op.dropIndex("ix", "t", i -> i.column("a").concurrently()) // concurrently(
            op.dropIndex("ix", "t", i -> i.column("a").ifNotExists()) // ifNotExists(
            op.renameIndex("t", "a", "b").concurrently() // void
            op.addColumn("t", c -> c.text("a")).ifExists() // ifExists(
            op.addColumn("t", c -> {}) // lambda
            op.addColumn("t", c -> c.column("a")) // ColumnOptions
            op.addColumn("t", c -> c.column("a").notNull()) // notNull(
            op.addColumn("t", c -> c.bigint("a").identity().defaultsTo(1)) // defaultsTo(
            op.addColumn("t", c -> c.bigint("a").defaultsTo(1).notNull().identity()) // identity(
            op.addColumn("t", c -> c.bigint("a").defaultsTo(1).defaultsTo(2)) // defaultsTo(
            op.addColumn("t", c -> c.bigint("a").generatedAs("b").identity()) // identity(
            op.addColumn("t", c -> c.bigint("a").generatedAs("b").defaultsTo(1)) // defaultsTo(
            op.addColumn("t", c -> c.bigint("a").generatedAs("b").generatedWhenReadAs("c")) // generatedWhenReadAs(
            op.addColumn("t", c -> c.bigint("a").collate("C")) // collate(
            op.addColumn("t", c -> c.decimal("a", 9, 2).notNull().collate("C")) // collate(
            op.addColumn("t", c -> c.real("a").collate("C")) // collate(
            op.addColumn("t", c -> c.bool("a").notNull().collate("C")) // collate(
            op.addColumn("t", c -> c.date("a").defaultsTo("b").collate("C")) // collate(
            op.addColumn("t", c -> c.column("a").timestamptz().collate("C")) // collate(
            op.addColumn("t", c -> c.uuid("a").collate("C")) // collate(
            op.addColumn("t", c -> c.json("a").collate("C")) // collate(
            op.addColumn("t", c -> c.binary("a").generatedAs("b").collate("C")) // collate(
            op.addColumn("t", c -> c.text("a").identity()) // identity(
            op.addColumn("t", c -> c.varchar("a", 9).notNull().identity()) // identity(
            op.addColumn("t", c -> c.character("a", 9).collate("C").identityAlways()) // identityAlways(
            op.addColumn("t", c -> c.enumerated("a", "mood", "sad").identity()) // identity(
            op.addColumn("t", c -> c.array("a", of -> of.bigint()).identity()) // identity(
            op.addColumn("t", c -> c.array("a", of -> of.bigint().identity())) // identity(
            op.addColumn("t", c -> c.real("a").identity()) // identity(
            op.addColumn("t", c -> c.doublePrecision("a").identityAlways()) // identityAlways(
            op.addColumn("t", c -> c.bool("a").identity()) // identity(
            op.addColumn("t", c -> c.column("a").date().notNull().identity()) // identity(
            op.addColumn("t", c -> c.time("a").identity()) // identity(
            op.addColumn("t", c -> c.timestamp("a").identity()) // identity(
            op.addColumn("t", c -> c.interval("a").identity()) // identity(
            op.addColumn("t", c -> c.uuid("a").primaryKey().identity()) // identity(
            op.addColumn("t", c -> c.json("a").identity()) // identity(
            op.addColumn("t", c -> c.binary("a").identity()) // identity(
            op.addColumn("t", c -> c.type("a", "citext").defaultsTo("b").identity()) // identity(
            op.createTable("t", t -> t.date("a").collate("C")) // collate(
            op.createTable("t", t -> t.text("a").identity()) // identity(
            op.dropColumn("t", "a", c -> c.uuid().identity()) // identity(
            op.addColumn("t", c -> c.bigint("a").references("u", "id", key -> key.notValid())) // notValid(
            op.addColumn("t", c -> c.enumerated("a", "mood")) // enumerated
            op.dropColumn("t", "a").ifNotExists() // ifNotExists(
            op.dropColumn("t", "a", c -> {}) // lambda
            op.alterColumn("t", "a").using("b") // using(
            op.alterColumn("t", "a").collate("C") // collate(
            op.alterColumn("t", "a").notNull().noCollation() // noCollation(
            op.alterColumn("t", "a").varchar(9).text() // text(
            op.alterColumn("t", "a").bigint().collate("C") // collate(
            op.alterColumn("t", "a").date().notNull().collate("C") // collate(
            op.alterColumn("t", "a").text().identity() // identity(
            op.alterColumn("t", "a").uuid().notNull().identityAlways() // identityAlways(
            op.alterColumn("t", "a").real().identity() // identity(
            op.alterColumn("t", "a").integer().from(c -> c.date().collate("C")) // collate(
            op.alterColumn("t", "a").text().primaryKey() // primaryKey(
            op.alterColumn("t", "a").text().from(c -> {}) // lambda
            op.commentOnTable("t", "a").ifExists() // ifExists(
            op.addPrimaryKey("pk", "t") // addPrimaryKey
            op.addPrimaryKey("pk", "t", "a").notValid() // void
            op.addUnique("uq", "t") // addUnique
            op.addUnique("uq", "t", "a").notValid() // notValid(
            op.addForeignKey("fk", "t") // addForeignKey
            op.addForeignKey("fk", "t", "a").deferrable() // deferrable(
            op.addForeignKey("fk", "t", "a").references("u") // references
            op.addForeignKey("fk", "t", "a").references("u", "b").named("c") // named(
            op.addForeignKey("fk", "t", "a").references("u", "b").references("v", "c") // references(
            op.addCheck("ck", "t", "a").deferrable() // deferrable(
            op.addExclusion("ex", "t").where("a") // where(
            op.dropConstraint("uq", "t").notValid() // notValid(
            op.dropConstraint("uq", "t", c -> {}) // lambda
            op.dropConstraint("fk", "t", c -> c.foreignKey("a")) // ConstraintDraft
            op.dropConstraint("ex", "t", c -> c.exclusion()) // ConstraintDraft
            op.createTable("t", t -> t.check("ck", "a").notValid()) // void
            op.createTable("t", t -> t.foreignKey("fk", "a").references("u", "b").notValid()) // notValid(
            op.createTable("t", t -> t.primaryKey()) // primaryKey
            op.createTable("t", t -> t.index("ix")) // index
            op.backfill("UPDATE t SET a = 1").batchSize(5) // batchSize(
            op.createView("v", "SELECT 1").ifNotExists() // ifNotExists(
            op.dropView("v").orReplace() // orReplace(
            op.createEnum("mood", "sad").ifNotExists() // void
            op.dropSequence("s").ifNotExists() // ifNotExists(
            op.createSchema("s").ifExists() // ifExists(
            op.dropExtension("x").ifNotExists() // ifNotExists(
            op.lockTimeout(java.time.Duration.ofSeconds(1)).concurrently() // void
            """;

    private Map<String, List<Diagnostic<? extends JavaFileObject>>> errors = Map.of();

    @BeforeAll
    void compileEverythingAtOnce(@TempDir Path classes) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        Stream.concat(sense(), nonsense()).forEach(line -> snippets.add(new Snippet(snippets.size(), line)));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-implicit:none",
                    "-Xmaxerrs",
                    "1000",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            javac.getTask(null, files, diagnostics, options, null, snippets).call();
        }
        errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .collect(groupingBy(diagnostic -> ((Snippet) diagnostic.getSource()).line));
    }

    static Stream<String> sense() {
        return SENSE.lines();
    }

    static Stream<String> nonsense() {
        return NONSENSE.lines();
    }

    @ParameterizedTest
    @MethodSource("sense")
    void compilesSensibleDirective(String line) {
        assertThat(errors).doesNotContainKey(line);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void doesNotCompileNonsense(String line) {
        String culprit = line.substring(line.indexOf(" // ") + 4);

        assertThat(errors).containsKey(line);
        assertThat(errors.get(line))
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage(Locale.ENGLISH)).contains(culprit));
    }

    /** A class with one directive. */
    private static final class Snippet extends SimpleJavaFileObject {
        private final String line;
        private final String text;

        Snippet(int number, String line) {
            super(URI.create("string:///Snippet" + number + ".java"), Kind.SOURCE);
            this.line = line;
            text = "class Snippet" + number + " { void upgrade(dev.headway.op.Operations op) {\n" + line + "\n;}}";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
