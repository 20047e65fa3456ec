package dev.headway.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.NotRecordableException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.Autocommit;
import dev.headway.op.Operation.Backfill;
import dev.headway.op.Operation.Comment;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.SchemaObject.AddEnumValue;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.SchemaObject.CreateSchema;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.SchemaObject.DropEnum;
import dev.headway.op.SchemaObject.DropExtension;
import dev.headway.op.SchemaObject.DropSchema;
import dev.headway.op.SchemaObject.DropSequence;
import dev.headway.op.SchemaObject.DropView;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.op.TableChange.ValidateConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.DefaultValue.Literal;
import dev.headway.schema.Deferral;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.sql.SqlSyntax;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private static final RevisionInfo REVISION =
            RevisionInfo.of("a", "what a does").declaredBy("app.A");
    private static final Table ACCOUNT = new Table("account", List.of(Column.of("id", Plain.BIGINT)), List.of());
    private static final Column NICK = Column.of("nick", new ColumnType.Varchar(20));
    private static final Index BY_NICK = Index.on("ix_nick", "account", "nick");

    @Test
    void createTableRecordsTheTable() throws Exception {
        assertThatRecorded(op -> op.createTable("account", t -> t.bigint("id")))
                .containsExactly(new CreateTable(ACCOUNT, false, null, null));
        assertThatRecorded(op -> op.createTable("account", t -> t.bigint("id")).ifNotExists())
                .containsExactly(new CreateTable(ACCOUNT, true, null, null));
    }

    @Test
    void declaresEveryType() throws Exception {
        assertThat(tableOf(t -> {
                            t.bool("a");
                            t.smallint("b");
                            t.integer("c");
                            t.bigint("d");
                            t.decimal("e", 9, 2);
                            t.real("f");
                            t.doublePrecision("g");
                            t.varchar("h", 20);
                            t.character("i", 2);
                            t.text("j");
                            t.date("k");
                            t.time("l");
                            t.timestamp("m");
                            t.timestamptz("n");
                            t.uuid("o");
                            t.json("p");
                            t.binary("q");
                            t.type("r", "tsvector");
                            t.interval("s");
                            t.enumerated("u", "mood", "sad", "happy");
                            t.array("v", of -> of.array(deep -> deep.integer()));
                            t.column("w").of(Plain.DATE);
                        })
                        .columns())
                .containsExactly(
                        Column.of("a", Plain.BOOLEAN),
                        Column.of("b", Plain.SMALLINT),
                        Column.of("c", Plain.INTEGER),
                        Column.of("d", Plain.BIGINT),
                        Column.of("e", new ColumnType.Decimal(9, 2)),
                        Column.of("f", Plain.REAL),
                        Column.of("g", Plain.DOUBLE),
                        Column.of("h", new ColumnType.Varchar(20)),
                        Column.of("i", new ColumnType.Char(2)),
                        Column.of("j", Plain.TEXT),
                        Column.of("k", Plain.DATE),
                        Column.of("l", Plain.TIME),
                        Column.of("m", Plain.TIMESTAMP),
                        Column.of("n", Plain.TIMESTAMPTZ),
                        Column.of("o", Plain.UUID),
                        Column.of("p", Plain.JSON),
                        Column.of("q", Plain.BINARY),
                        Column.of("r", new ColumnType.Native("tsvector")),
                        Column.of("s", Plain.INTERVAL),
                        Column.of("u", new ColumnType.Enumerated("mood", List.of("sad", "happy"))),
                        Column.of("v", new ColumnType.Array(new ColumnType.Array(Plain.INTEGER))),
                        Column.of("w", Plain.DATE));
    }

    @Test
    void declaresNullabilityAndDefaultOfColumn() throws Exception {
        assertThat(tableOf(t -> {
                            t.bigint("id").identity();
                            t.text("name").notNull();
                            t.text("state").defaultsTo("new");
                            t.integer("visits").defaultsTo(0);
                            t.bool("active").defaultsTo(true).notNull();
                            t.timestamptz("created").defaultsTo(Sql.now());
                            t.uuid("token").defaultsTo(Sql.raw("gen_random_uuid()"));
                        })
                        .columns())
                .containsExactly(
                        Column.of("id", Plain.BIGINT).numbered(Identity.BY_DEFAULT),
                        Column.of("name", Plain.TEXT).notNull(),
                        new Column("state", Plain.TEXT, true, new Literal("new"), null, null, null, null),
                        new Column("visits", Plain.INTEGER, true, new Literal(0), null, null, null, null),
                        new Column("active", Plain.BOOLEAN, false, new Literal(true), null, null, null, null),
                        new Column("created", Plain.TIMESTAMPTZ, true, DefaultValue.Now.NOW, null, null, null, null),
                        new Column(
                                "token",
                                Plain.UUID,
                                true,
                                new DefaultValue.Expression("gen_random_uuid()"),
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void ordersConstraintsByKeyThenColumnsThenTable() throws Exception {
        assertThat(tableOf(t -> {
                            t.unique("uq_pair", "email", "nick");
                            t.varchar("email", 320).unique("uq_email");
                            t.varchar("nick", 20).unique().references("nicks", "nick");
                            t.bigint("id").primaryKey();
                        })
                        .constraints())
                .containsExactly(
                        new PrimaryKey(null, List.of("id")),
                        new Unique("uq_email", List.of("email")),
                        new Unique(null, List.of("nick")),
                        new ForeignKey(null, List.of("nick"), "nicks", List.of("nick")),
                        new Unique("uq_pair", List.of("email", "nick")));
    }

    @Test
    void joinsColumnsToOnePrimaryKey() throws Exception {
        PrimaryKey both = new PrimaryKey(null, List.of("user_id", "role_id"));

        assertThat(tableOf(t -> {
                            t.bigint("user_id").primaryKey();
                            t.bigint("role_id").primaryKey();
                        })
                        .constraints())
                .containsExactly(both);
        assertThat(tableOf(t -> {
                            t.bigint("user_id");
                            t.bigint("role_id");
                            t.primaryKey("user_id", "role_id");
                        })
                        .constraints())
                .containsExactly(both);
    }

    @Test
    void columnOfPrimaryKeyIsNotNull() throws Exception {
        assertThat(tableOf(t -> t.bigint("id").primaryKey()).columns())
                .containsExactly(Column.of("id", Plain.BIGINT).notNull());
    }

    @Test
    void dropTableRecordsItsDefinition() throws Exception {
        assertThatRecorded(op -> op.dropTable("account")).containsExactly(new DropTable("account", null, false));
        assertThatRecorded(op -> op.dropTable("account", t -> t.bigint("id")))
                .containsExactly(new DropTable("account", ACCOUNT, false));
    }

    @Test
    void addColumnRecordsOneColumnWithItsConstraints() throws Exception {
        assertThatRecorded(op -> op.addColumn("account", c -> c.varchar("nick", 20)))
                .containsExactly(new AddColumn("account", NICK, List.of(), false));
        assertThatRecorded(op -> op.addColumn(
                        "account",
                        c -> c.bigint("id").primaryKey().unique("uq_id").references("ids", "id")))
                .containsExactly(new AddColumn(
                        "account",
                        Column.of("id", Plain.BIGINT).notNull(),
                        List.of(
                                new PrimaryKey(null, List.of("id")),
                                new Unique("uq_id", List.of("id")),
                                new ForeignKey(null, List.of("id"), "ids", List.of("id"))),
                        false));
    }

    @Test
    void addColumnRefusesSeveralColumns() {
        assertRefused(
                op -> op.addColumn("account", c -> {
                    c.text("a");
                    return c.text("b");
                }),
                "This directive declares one column of table 'account', not 2");
    }

    @Test
    void dropColumnRecordsItsDefinition() throws Exception {
        assertThatRecorded(op -> op.dropColumn("account", "nick"))
                .containsExactly(new DropColumn("account", "nick", null, List.of(), false));
        assertThatRecorded(op ->
                        op.dropColumn("account", "nick", c -> c.varchar(20).unique("uq_nick")))
                .containsExactly(new DropColumn(
                        "account", "nick", NICK, List.of(new Unique("uq_nick", List.of("nick"))), false));
    }

    @Test
    void refusesColumnWithoutType() {
        assertRefused(
                op -> op.addColumn("account", c -> {
                    c.column("nick");
                    return c.text("a");
                }),
                "Column 'nick' of table 'account' has no type: specify one after the name, such as varchar(20)");
        assertRefused(
                op -> op.createTable("account", t -> {
                    t.bigint("id");
                    t.column("nick");
                }),
                "Column 'nick' of table 'account' has no type: specify one after the name, such as varchar(20)");
    }

    @Test
    void createIndexRecordsTheIndex() throws Exception {
        assertThatRecorded(op -> op.createIndex("ix_nick", "account", "nick"))
                .containsExactly(new CreateIndex(BY_NICK, false, false));
        assertThatRecorded(op -> op.createIndex("ix_nick", "account", "nick", "id")
                        .concurrently()
                        .unique())
                .containsExactly(new CreateIndex(unique("nick", "id"), true, false));
    }

    @Test
    void dropIndexRecordsItsDefinition() throws Exception {
        assertThatRecorded(op -> op.dropIndex("ix_nick"))
                .containsExactly(new DropIndex("ix_nick", null, null, false, false));
        assertThatRecorded(op -> op.dropIndex("ix_nick").concurrently())
                .containsExactly(new DropIndex("ix_nick", null, null, true, false));
        assertThatRecorded(op -> op.dropIndex("ix_nick", "account"))
                .containsExactly(new DropIndex("ix_nick", "account", null, false, false));
        assertThatRecorded(op ->
                        op.dropIndex("ix_nick", "account", i -> i.column("nick").unique()))
                .containsExactly(new DropIndex("ix_nick", "account", unique("nick"), false, false));
    }

    @Test
    void declaresSourceOfColumnValues() throws Exception {
        assertThat(tableOf(t -> {
                            t.bigint("a").identityAlways();
                            t.bigint("b").identity(new Identity(false, 5, 2));
                            t.integer("c").generatedAs("1");
                            t.integer("d").generatedWhenReadAs("2").comment("two");
                            t.text("e").collate("C");
                        })
                        .columns())
                .containsExactly(
                        Column.of("a", Plain.BIGINT).numbered(new Identity(true, 1, 1)),
                        Column.of("b", Plain.BIGINT).numbered(new Identity(false, 5, 2)),
                        new Column("c", Plain.INTEGER, true, null, null, new Generated("1", true), null, null),
                        new Column("d", Plain.INTEGER, true, null, null, new Generated("2", false), null, "two"),
                        new Column("e", Plain.TEXT, true, null, null, null, "C", null));
    }

    @Test
    void declaresConstraintsIndexesAndCommentOfTable() throws Exception {
        Table table = tableOf(t -> {
            t.bigint("id").check("ck", "id > 0").check("id < 9");
            t.unique("uq", "id").nullsNotDistinct().deferrable();
            t.foreignKey("fk", "id").references("ids", "id");
            t.check("ck2", "id <> 5");
            t.exclusion("ex").with("id", "=").using("hash").where("id > 1").initiallyDeferred();
            t.index("ix", "id");
            t.comment("who");
        });

        assertThat(table.constraints())
                .containsExactly(
                        new Check("ck", "id > 0", true),
                        new Check(null, "id < 9", true),
                        new Unique("uq", List.of("id"), true, Deferral.DEFERRABLE),
                        new ForeignKey("fk", List.of("id"), "ids", List.of("id")),
                        new Check("ck2", "id <> 5", true),
                        new Exclusion(
                                "ex",
                                "hash",
                                List.of(new Exclusion.Element("id", "=")),
                                "id > 1",
                                Deferral.INITIALLY_DEFERRED));
        assertThat(table.indexes()).containsExactly(Index.on("ix", "account", "id"));
        assertThat(table.comment()).isEqualTo("who");
    }

    @Test
    void declaresOptionsOfForeignKey() throws Exception {
        assertThat(tableOf(t -> t.bigint("id")
                                .references(
                                        "ids",
                                        "id",
                                        key -> key.named("fk")
                                                .onDelete(ReferentialAction.CASCADE)
                                                .onUpdate(ReferentialAction.RESTRICT)
                                                .initiallyDeferred()))
                        .foreignKeys())
                .containsExactly(new ForeignKey(
                        "fk",
                        List.of("id"),
                        "ids",
                        List.of("id"),
                        ReferentialAction.CASCADE,
                        ReferentialAction.RESTRICT,
                        Deferral.INITIALLY_DEFERRED,
                        true));
        assertRefused(
                op -> op.addForeignKey("fk", "account", "id"),
                "The foreign key on [id] references no table: add .references(\"table\", \"column\")");
    }

    @Test
    void recordsOptionsOfTable() throws Exception {
        assertThatRecorded(op -> op.createTable("account", t -> t.bigint("id"))
                        .engine("InnoDB")
                        .charset("utf8mb4"))
                .containsExactly(new CreateTable(ACCOUNT, false, "InnoDB", "utf8mb4"));
        assertThatRecorded(op -> op.dropTable("account").ifExists())
                .containsExactly(new DropTable("account", null, true));
    }

    @Test
    void recordsEachChangeOfTable() throws Exception {
        PrimaryKey key = new PrimaryKey("pk", List.of("id"));
        Constraint unique = new Unique("uq", List.of("nick"));

        assertThatRecorded(op -> {
                    op.renameTable("a", "b");
                    op.commentOnTable("a", "new").from("old");
                    op.commentOnTable("a", null).from(null);
                    op.addColumn("account", c -> c.varchar("nick", 20)).ifNotExists();
                    op.dropColumn("account", "nick").ifExists();
                    op.renameColumn("account", "nick", "name");
                    op.commentOnColumn("account", "nick", "x").from(c -> c.varchar(20));
                    op.addPrimaryKey("pk", "account", "id");
                    op.addUnique("uq", "account", "nick");
                    op.addForeignKey("fk", "account", "id")
                            .references("ids", "id")
                            .notValid();
                    op.addCheck("ck", "account", "id > 0").notValid();
                    op.addExclusion("ex", "account").with("id", "=");
                    op.dropConstraint("uq", "account").ifExists();
                    op.dropConstraint("uq", "account", c -> c.unique("nick"));
                    op.dropConstraint("pk", "account", c -> c.primaryKey("id"));
                    op.renameConstraint("account", "uq", "uq2");
                    op.validateConstraint("ck", "account");
                    op.renameIndex("account", "ix", "ix2");
                })
                .containsExactly(
                        new RenameTable("a", "b"),
                        new CommentOnTable("a", "new", new Comment("old")),
                        new CommentOnTable("a", null, new Comment(null)),
                        new AddColumn("account", NICK, List.of(), true),
                        new DropColumn("account", "nick", null, List.of(), true),
                        new RenameColumn("account", "nick", "name"),
                        new CommentOnColumn("account", "nick", "x", NICK),
                        new AddConstraint("account", key),
                        new AddConstraint("account", unique),
                        new AddConstraint(
                                "account",
                                new ForeignKey(
                                        "fk",
                                        List.of("id"),
                                        "ids",
                                        List.of("id"),
                                        ReferentialAction.NO_ACTION,
                                        ReferentialAction.NO_ACTION,
                                        Deferral.NOT_DEFERRABLE,
                                        false)),
                        new AddConstraint("account", new Check("ck", "id > 0", false)),
                        new AddConstraint(
                                "account",
                                new Exclusion(
                                        "ex",
                                        "gist",
                                        List.of(new Exclusion.Element("id", "=")),
                                        null,
                                        Deferral.NOT_DEFERRABLE)),
                        new DropConstraint("account", "uq", null, true),
                        new DropConstraint("account", "uq", unique, false),
                        new DropConstraint("account", "pk", key, false),
                        new RenameConstraint("account", "uq", "uq2"),
                        new ValidateConstraint("account", "ck"),
                        new RenameIndex("account", "ix", "ix2"));
    }

    @Test
    void alterColumnRecordsChanges() throws Exception {
        assertThatRecorded(op -> op.alterColumn("account", "nick")
                        .text()
                        .using("upper(nick)")
                        .notNull()
                        .defaultsTo("x")
                        .from(c -> c.varchar(20)))
                .containsExactly(new AlterColumn(
                        "account", "nick", Plain.TEXT, "upper(nick)", false, new Literal("x"), false, NICK));
        assertThatRecorded(op -> op.alterColumn("account", "nick").nullable().noDefault())
                .containsExactly(new AlterColumn("account", "nick", null, null, true, null, true, null));
        assertRefused(
                op -> op.alterColumn("account", "nick"),
                "alterColumn(\"account\", \"nick\") changes nothing: specify a type, a default, an identity or whether it is nullable");
    }

    @Test
    void alterTableRecordsChangesTogether() throws Exception {
        assertThatRecorded(op -> op.alterTable("account", t -> {
                    t.addColumn(c -> c.varchar("nick", 20));
                    t.alterColumn("id").notNull();
                    t.dropConstraint("uq").ifExists();
                }))
                .containsExactly(new AlterTable(
                        "account",
                        List.of(
                                new AddColumn("account", NICK, List.of(), false),
                                new AlterColumn("account", "id", null, null, false, null, false, null),
                                new DropConstraint("account", "uq", null, true))));
        assertRefused(
                op -> op.alterTable("account", t -> {}),
                "alterTable(\"account\", …) changes nothing: declare a change, such as t.dropColumn(\"column\")");
    }

    @Test
    void refusesOptionSpecifiedTwice() {
        assertRefused(
                op -> op.createIndex("ix", "account", "a").where("a > 1").where("a > 2"),
                "where(…) is specified twice: keep one of them");
        assertRefused(
                op -> op.addForeignKey("fk", "account", "id")
                        .references("ids", "id")
                        .onDelete(ReferentialAction.CASCADE)
                        .onDelete(ReferentialAction.RESTRICT),
                "onDelete(…) is specified twice: keep one of them");
        assertRefused(
                op -> op.createTable("account", t -> t.bigint("id").comment("a").comment("b")),
                "comment(…) is specified twice: keep one of them");
        assertRefused(
                op -> op.createSequence("seq", s -> s.startWith(1).startWith(2)),
                "startWith(…) is specified twice: keep one of them");
    }

    @Test
    void refusesOptionsThatContradictEachOther() {
        assertRefused(
                op -> op.createIndex("ix", "account", "a").nullsFirst().nullsLast(),
                "The key a of index 'ix' has nullsFirst() and nullsLast(), which contradict each other: keep one of them");
        assertRefused(
                op -> op.alterColumn("account", "nick").nullable().notNull(),
                "alterColumn(\"account\", \"nick\") has notNull() and nullable(), which contradict each other: keep one"
                        + " of them");
        assertRefused(
                op -> op.alterColumn("account", "nick").defaultsTo(1).noDefault(),
                "alterColumn(\"account\", \"nick\") has defaultsTo(…) and noDefault(), which contradict each other: keep"
                        + " one of them");
        assertRefused(
                op -> op.alterColumn("account", "id").identity().noIdentity(),
                "alterColumn(\"account\", \"id\") has identity(…) and noIdentity(), which contradict each other: keep one"
                        + " of them");
        assertRefused(
                op -> op.alterColumn("account", "id").identity().defaultsTo(1),
                "alterColumn(\"account\", \"id\") has identity(…) and defaultsTo(…), which contradict each other: keep one"
                        + " of them");
        assertRefused(
                op -> op.alterColumn("account", "nick").text().collate("C").noCollation(),
                "alterColumn(\"account\", \"nick\") has collate(…) and noCollation(), which contradict each other: keep"
                        + " one of them");
    }

    @Test
    void initiallyDeferredImpliesDeferrableInEitherOrder() throws Exception {
        Unique deferred = new Unique("uq", List.of("nick"), false, Deferral.INITIALLY_DEFERRED);

        assertThatRecorded(op -> {
                    op.addUnique("uq", "account", "nick").initiallyDeferred().deferrable();
                    op.addUnique("uq", "account", "nick").deferrable().initiallyDeferred();
                })
                .containsExactly(new AddConstraint("account", deferred), new AddConstraint("account", deferred));
    }

    @Test
    void nullsNotDistinctImpliesUnique() throws Exception {
        assertThatRecorded(op -> op.createIndex("ix", "account", "a").nullsNotDistinct())
                .containsExactly(new CreateIndex(
                        new Index("ix", "account", List.of(Index.Key.column("a")), true, null, List.of(), null, true),
                        false,
                        false));
    }

    @Test
    void refusesTableWithoutName() {
        assertRefused(op -> op.addColumn("", c -> c.text("a")), "A table needs a name");
        assertRefused(op -> op.dropColumn(" ", "a"), "A table needs a name");
        assertRefused(op -> op.alterTable("", t -> t.dropColumn("a")), "A table needs a name");
        assertRefused(op -> op.dropTable(""), "A table needs a name");
    }

    @Test
    void recordsAllOptionsOfIndex() throws Exception {
        assertThatRecorded(op -> op.createIndex("ix", "account", "a")
                        .column("b", "text_ops")
                        .descending("c")
                        .nullsLast()
                        .expression("lower(d)")
                        .nullsFirst()
                        .unique()
                        .nullsNotDistinct()
                        .using("btree")
                        .include("e", "f")
                        .where("g > 0")
                        .ifNotExists())
                .containsExactly(new CreateIndex(
                        new Index(
                                "ix",
                                "account",
                                List.of(
                                        Index.Key.column("a"),
                                        new Index.Key("b", false, "text_ops", false, null),
                                        new Index.Key("c", false, null, true, Index.Nulls.LAST),
                                        new Index.Key("lower(d)", true, null, false, Index.Nulls.FIRST)),
                                true,
                                "btree",
                                List.of("e", "f"),
                                "g > 0",
                                true),
                        false,
                        true));
        assertThatRecorded(op -> op.dropIndex("ix_nick", "account").ifExists())
                .containsExactly(new DropIndex("ix_nick", "account", null, false, true));
        assertRefused(
                op -> op.createIndex("ix", "account"),
                "Index 'ix' of table 'account' has no key: specify at least one column, or add .expression(\"…\")");
    }

    @Test
    void recordsObjectsOtherThanTables() throws Exception {
        Sequence sequence = new Sequence("seq", 5, 2, 1L, 9L, true);
        Consumer<SequenceDraft> definition =
                s -> s.startWith(5).incrementBy(2).minValue(1).maxValue(9).cycle();

        assertThatRecorded(op -> {
                    op.createSequence("seq").ifNotExists();
                    op.createSequence("seq", definition);
                    op.dropSequence("seq").ifExists();
                    op.dropSequence("seq", definition);
                    op.createEnum("mood", "sad");
                    op.addEnumValue("mood", "glad").ifNotExists();
                    op.dropEnum("mood", "sad").ifExists();
                    op.createView("v", "SELECT 1").orReplace();
                    op.dropView("v").ifExists();
                    op.dropView("v", "SELECT 1");
                    op.createSchema("s").ifNotExists();
                    op.dropSchema("s").ifExists();
                    op.createExtension("x").ifNotExists();
                    op.dropExtension("x").ifExists();
                })
                .containsExactly(
                        new CreateSequence(new Sequence("seq", 1, 1, null, null, false), true),
                        new CreateSequence(sequence, false),
                        new DropSequence("seq", null, true),
                        new DropSequence("seq", sequence, false),
                        new CreateEnum("mood", List.of("sad")),
                        new AddEnumValue("mood", "glad", true),
                        new DropEnum("mood", List.of("sad"), true),
                        new CreateView("v", "SELECT 1", true),
                        new DropView("v", null, true),
                        new DropView("v", "SELECT 1", false),
                        new CreateSchema("s", true),
                        new DropSchema("s", true),
                        new CreateExtension("x", true),
                        new DropExtension("x", true));
    }

    @Test
    void recordsRowsInOrderOfTheirColumns() throws Exception {
        assertThatRecorded(op -> op.insert("t", List.of(Map.of("b", 1, "a", 2), Map.of("a", 3, "b", 4))))
                .containsExactly(new Insert("t", List.of("a", "b"), List.of(List.of(2, 1), List.of(3, 4))));
        assertThatRecorded(op -> op.insert("t", Map.of("a", 1)))
                .containsExactly(new Insert("t", List.of("a"), List.of(List.of(1))));
        assertThatRecorded(op -> op.insert("t", List.of())).isEmpty();
        assertRefused(
                op -> op.insert("t", List.of(Map.of("a", 1), Map.of("b", 1))),
                "The rows for table 't' differ in their columns: [b] and [a]. Insert them with two directives");
    }

    @Test
    void recordsBatchesOfBackfill() throws Exception {
        String sql = "UPDATE t SET a = 1 WHERE a IS NULL AND id BETWEEN :from AND :to";

        assertThatRecorded(op -> op.backfill(sql).byKey("t", "id").batchSize(5))
                .containsExactly(new Backfill(sql, "t", "id", 5));
        assertThatRecorded(op -> op.backfill("UPDATE t SET a = 1 WHERE a IS NULL"))
                .containsExactly(new Backfill("UPDATE t SET a = 1 WHERE a IS NULL", null, null, 1_000));
    }

    @Test
    void recordsDirectivesOfMatchingDatabaseOnly() throws Exception {
        assertThatRecorded(op -> {
                    op.on(Database.POSTGRESQL, pg -> pg.execute("SELECT 1"));
                    op.on(Database.H2, h2 -> h2.execute("SELECT 2"));
                    op.on(List.of(Database.SQLITE, Database.H2), h2 -> h2.execute("SELECT 3"));
                })
                .containsExactly(new Execute("SELECT 2", List.of()), new Execute("SELECT 3", List.of()));
    }

    @Test
    void returnsTheDatabase() throws Exception {
        assertThatRecorded(op -> op.execute("SELECT '" + op.database() + "'"))
                .containsExactly(new Execute("SELECT 'H2'", List.of()));
    }

    @Test
    void recordsDirectivesOutsideTheTransaction() throws Exception {
        assertThatRecorded(op -> {
                    op.dropIndex("ix_nick");
                    op.autocommit(alone -> alone.dropTable("account").ifExists());
                    op.execute("SELECT 1");
                })
                .containsExactly(
                        new DropIndex("ix_nick", null, null, false, false),
                        new Autocommit(new DropTable("account", null, true)),
                        new Execute("SELECT 1", List.of()));
    }

    @Test
    void recordsTimeouts() throws Exception {
        assertThatRecorded(op -> {
                    op.lockTimeout(Duration.ofSeconds(1));
                    op.statementTimeout(Duration.ofSeconds(2));
                })
                .containsExactly(
                        new SetTimeout(SetTimeout.Kind.LOCK, Duration.ofSeconds(1)),
                        new SetTimeout(SetTimeout.Kind.STATEMENT, Duration.ofSeconds(2)));
    }

    @Test
    void refusesToRecordInspect() {
        assertThatExceptionOfType(NotRecordableException.class)
                .isThrownBy(() -> record(op -> op.autocommit(alone -> alone.inspect())))
                .withMessage("inspect() needs a live database");
    }

    @Test
    void executeRecordsSqlUnchanged() throws Exception {
        assertThatRecorded(op -> op.execute(" SELECT '?' ")).containsExactly(new Execute(" SELECT '?' ", List.of()));
        assertThatRecorded(op -> op.execute("UPDATE t SET a = ?, b = ?", 1, null))
                .containsExactly(new Execute("UPDATE t SET a = ?, b = ?", Arrays.asList(1, null)));
    }

    @Test
    void recordsDirectivesInOrder() throws Exception {
        assertThatRecorded(op -> {
                    op.createTable("account", t -> t.bigint("id"));
                    op.addColumn("account", c -> c.varchar("nick", 20));
                    op.createIndex("ix_nick", "account", "nick");
                    op.dropIndex("ix_nick");
                    op.execute("SELECT 1");
                    op.createTable("account", t -> t.bigint("id"));
                })
                .containsExactly(
                        new CreateTable(ACCOUNT, false, null, null),
                        new AddColumn("account", NICK, List.of(), false),
                        new CreateIndex(BY_NICK, false, false),
                        new DropIndex("ix_nick", null, null, false, false),
                        new Execute("SELECT 1", List.of()),
                        new CreateTable(ACCOUNT, false, null, null));
    }

    @Test
    void ignoresOptionsAfterNextDirective() throws Exception {
        assertThatRecorded(op -> {
                    CreateIndexOptions options = op.createIndex("ix_nick", "account", "nick");
                    op.execute("SELECT 1");
                    options.unique();
                })
                .containsExactly(new CreateIndex(BY_NICK, false, false), new Execute("SELECT 1", List.of()));
    }

    @Test
    void recordsDirectivesBeforeFailedOne() {
        RecordingSink sink = new RecordingSink(Database.H2, SqlSyntax.STANDARD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operations.perform(
                        REVISION,
                        op -> {
                            op.execute("SELECT 1");
                            op.createIndex("ix", "account");
                            op.execute("SELECT 2");
                        },
                        sink));
        assertThat(sink.operations()).containsExactly(new Execute("SELECT 1", List.of()));
    }

    @Test
    void refusesToRecordHandle() {
        assertThatExceptionOfType(NotRecordableException.class)
                .isThrownBy(() -> record(op -> op.handle()))
                .withMessage("handle() needs a live database")
                .satisfies(refused -> assertThat(refused.directive()).isEqualTo("handle()"));
    }

    @Test
    void undoAppliesInversesInReverseOrder() throws Exception {
        assertThatRecorded(op -> {
                    op.execute("SELECT 1");
                    op.undo(undone -> {
                        undone.createTable("account", t -> t.bigint("id"));
                        undone.addColumn("account", c -> c.varchar("nick", 20));
                        undone.createIndex("ix_nick", "account", "nick");
                    });
                    op.execute("SELECT 2");
                })
                .containsExactly(
                        new Execute("SELECT 1", List.of()),
                        new DropIndex("ix_nick", "account", BY_NICK, false, false),
                        new DropColumn("account", "nick", NICK, List.of(), false),
                        new DropTable("account", ACCOUNT, false),
                        new Execute("SELECT 2", List.of()));
    }

    @Test
    void undoOfUndoAppliesTheDirectives() throws Exception {
        assertThatRecorded(op -> op.undo(undone -> undone.undo(said -> said.createIndex("ix_nick", "account", "nick"))))
                .containsExactly(new CreateIndex(BY_NICK, false, false));
    }

    @Test
    void refusesUndoOfIrreversibleDirectiveWithAdvice() {
        assertIrreversible(
                op -> op.createTable("account", t -> t.bigint("id")).ifNotExists(),
                "createTable(\"account\", …).ifNotExists()",
                "Whether ifNotExists() created the table is not known afterwards: write the downgrade by hand.");
        assertIrreversible(
                op -> op.dropTable("account"),
                "dropTable(\"account\")",
                "Specify its definition, dropTable(\"account\", t -> { … }), or write the downgrade by hand.");
        assertIrreversible(
                op -> op.dropColumn("account", "nick"),
                "dropColumn(\"account\", \"nick\")",
                "Specify its definition, dropColumn(\"account\", \"nick\", c -> c.varchar(20)), or write the"
                        + " downgrade by hand.");
        assertIrreversible(
                op -> op.dropIndex("ix_nick"),
                "dropIndex(\"ix_nick\")",
                "Specify its definition, dropIndex(\"ix_nick\", \"table\", \"column\"), or write the downgrade by"
                        + " hand.");
        assertIrreversible(
                op -> op.execute("DELETE FROM t"), "execute(\"DELETE FROM t\")", "Write the downgrade by hand.");
        assertIrreversible(op -> op.handle(), "handle()", "Write the downgrade by hand.");
    }

    @Test
    void undoAppliesNothingIfOneDirectiveHasNoInverse() {
        RecordingSink sink = new RecordingSink(Database.H2, SqlSyntax.STANDARD);

        assertThatExceptionOfType(IrreversibleMigrationException.class)
                .isThrownBy(() -> Operations.perform(
                        REVISION,
                        op -> op.undo(undone -> {
                            undone.execute("SELECT 1");
                            undone.createIndex("ix_nick", "account", "nick");
                        }),
                        sink));
        assertThat(sink.operations()).isEmpty();
    }

    private static void assertIrreversible(Directives directives, String directive, String advice) {
        assertThatExceptionOfType(IrreversibleMigrationException.class)
                .isThrownBy(() -> record(op -> op.undo(directives)))
                .withMessage("Revision a (app.A) has no derived downgrade, because " + directive
                        + " cannot be inverted. " + advice + " Nothing was run, and the database is unchanged.")
                .satisfies(refused -> {
                    assertThat(refused.revision()).isEqualTo("a");
                    assertThat(refused.operation()).isEqualTo(directive);
                });
    }

    private static void assertRefused(Directives directives, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record(directives))
                .withMessage(message);
    }

    private static Index unique(String... columns) {
        List<Index.Key> keys = Stream.of(columns).map(Index.Key::column).toList();
        return new Index("ix_nick", "account", keys, true, null, List.of(), null, false);
    }

    private static Table tableOf(Consumer<TableDraft> definition) throws Exception {
        return ((CreateTable)
                        record(op -> op.createTable("account", definition)).get(0))
                .table();
    }

    private static ListAssert<Operation> assertThatRecorded(Directives directives) throws Exception {
        return assertThat(record(directives));
    }

    private static List<Operation> record(Directives directives) throws Exception {
        RecordingSink sink = new RecordingSink(Database.H2, SqlSyntax.STANDARD);
        Operations.perform(REVISION, directives, sink);
        return sink.operations();
    }
}
