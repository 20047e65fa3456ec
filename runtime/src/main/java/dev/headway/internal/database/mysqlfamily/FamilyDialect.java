package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.DroppedConstraint;
import dev.headway.database.SqlStatement;
import dev.headway.database.StandardDialect;
import dev.headway.database.TemporarySetting;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.Operation.SetTimeout.Kind;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL that MariaDB and MySQL share. Their own dialects state where they differ. */
public abstract class FamilyDialect extends StandardDialect {
    private static final TemporarySetting BACKSLASH_ESCAPES = new TemporarySetting(
            "SET @headway_sql_mode = @@sql_mode, sql_mode = replace(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '')",
            "SET sql_mode = @headway_sql_mode");

    private static final SqlSyntax SYNTAX = SqlSyntax.with(
            Feature.BACKSLASH_ESCAPES,
            Feature.HASH_COMMENTS,
            Feature.BLANK_AFTER_DASHES,
            Feature.EXECUTED_COMMENTS,
            Feature.CLIENT_DELIMITER);

    private final Numbering numbering = new Numbering(this);

    protected FamilyDialect(Set<String> reserved) {
        super(reserved);
    }

    @Override
    public abstract FamilyDefinitions definitions();

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    protected String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    protected String type(Plain type) {
        return switch (type) {
            case DOUBLE -> "double";
            case REAL -> "float";
            case TEXT -> "longtext";
            case TIME -> "time(6)";
            case TIMESTAMP -> "datetime(6)";
            case TIMESTAMPTZ -> "timestamp(6)";
            case INTERVAL ->
                throw new UnsupportedFeatureException(name() + " has no intervals. Use a bigint of milliseconds.");
            case BINARY -> "longblob";
            default -> super.type(type);
        };
    }

    @Override
    protected String type(Enumerated type) {
        return "enum(" + type.values().stream().map(this::literal).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    public Optional<String> transactionalEngine() {
        return Optional.of("InnoDB");
    }

    @Override
    public boolean checksEnums() {
        return false;
    }

    @Override
    public String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Now) {
            return type == Plain.DATE || type == Plain.TIME ? "(CURRENT_" + type + ")" : "CURRENT_TIMESTAMP(6)";
        }
        return super.defaultValue(value, type);
    }

    @Override
    protected String text(String text) {
        return super.text(text.replace("\\", "\\\\"));
    }

    /** No literal with a backslash means the same in every mode. */
    @Override
    protected SqlStatement withSettings(SqlStatement statement) {
        return statement.sql().contains("\\\\") ? statement.with(BACKSLASH_ESCAPES) : statement;
    }

    @Override
    protected String instant(String utc) {
        return "CONVERT_TZ('" + utc + "', '+00:00', @@session.time_zone)";
    }

    @Override
    protected final String timeout(SetTimeout operation) {
        long millis = operation.limit().toMillis();
        if (operation.kind() == Kind.LOCK) {
            long seconds = Math.max(1, (millis + 999) / 1000);
            return "SET SESSION lock_wait_timeout = " + seconds + ", innodb_lock_wait_timeout = " + seconds;
        }
        return statementTimeout(millis);
    }

    /** Returns the statement that limits how long each statement takes. */
    protected abstract String statementTimeout(long millis);

    @Override
    public List<String> resetTimeouts() {
        return List.of("SET SESSION lock_wait_timeout = DEFAULT, innodb_lock_wait_timeout = DEFAULT");
    }

    Numbering numbering() {
        return numbering;
    }

    @Override
    protected boolean combinesChanges() {
        return true;
    }

    @Override
    protected boolean hasCommentStatements() {
        return false;
    }

    @Override
    public List<SqlStatement> createTable(CreateTable operation, LiveSchema live) {
        numbering.check(operation.table());
        return super.createTable(operation, live);
    }

    @Override
    protected List<Index> separateIndexes(Table table) {
        List<Index> apart = new ArrayList<>(table.indexes());
        numbering.index(table).ifPresent(apart::remove);
        return apart;
    }

    @Override
    protected String tableOptions(CreateTable operation) {
        StringBuilder options = new StringBuilder();
        if (operation.engine() != null) {
            options.append(" ENGINE = ").append(operation.engine());
        }
        if (operation.charset() != null) {
            options.append(" DEFAULT CHARSET = ").append(operation.charset());
        }
        operation.table().columns().stream()
                .flatMap(column -> Optional.ofNullable(column.identity()).stream())
                .filter(identity -> identity.start() != 1)
                .forEach(identity -> options.append(" AUTO_INCREMENT = ").append(identity.start()));
        if (operation.table().comment() != null) {
            options.append(" COMMENT = ").append(literal(operation.table().comment()));
        }
        return options.toString();
    }

    @Override
    protected List<String> alterClauses(TableChange change, LiveSchema live) {
        if (change instanceof RenameColumn rename) {
            return List.of("RENAME COLUMN " + quote(rename.from()) + " TO " + quote(rename.to()));
        } else if (change instanceof CommentOnColumn comment) {
            return List.of(
                    modify(comment.table(), comment.from(), comment.column(), Plain.INTEGER, live, comment::changed));
        } else if (change instanceof DropColumn drop) {
            return dropColumnClauses(drop, live);
        } else if (change instanceof DropConstraint drop) {
            return dropConstraintClauses(drop.table(), DroppedConstraint.find(drop, live, definitions()), live);
        }
        return super.alterClauses(change, live);
    }

    /** Returns the clauses that drop a constraint of a table. */
    protected abstract List<String> dropConstraintClauses(String table, DroppedConstraint drop, LiveSchema live);

    /** The database refuses to drop a column of a foreign key, so the key is dropped first. An index goes with its column. */
    private List<String> dropColumnClauses(DropColumn operation, LiveSchema live) {
        List<String> clauses = new ArrayList<>();
        if (operation.constraints().stream().anyMatch(ForeignKey.class::isInstance)) {
            live.table(operation.table()).stream()
                    .flatMap(table -> table.foreignKeys().stream())
                    .filter(key -> key.columns().contains(operation.name()))
                    .map(key -> key.columns().size() == 1
                            ? List.of("DROP FOREIGN KEY " + quote(String.valueOf(key.name())))
                            : dropConstraintClauses(
                                    operation.table(),
                                    new DroppedConstraint(String.valueOf(key.name()), key, false),
                                    live))
                    .forEach(clauses::addAll);
        }
        clauses.addAll(super.alterClauses(operation, live));
        return clauses;
    }

    /** {@code MODIFY} resets what it doesn't repeat, so it repeats the whole column; most defaults can be set alone. */
    @Override
    protected List<String> alterColumnClauses(AlterColumn operation, LiveSchema live) {
        if (operation.using() != null) {
            throw unsupported("converts values by itself, without USING");
        } else if (!operation.changesIdentity()
                && operation.type() == null
                && operation.nullable() == null
                && setsDefaultAlone(operation, live)
                && !staysOptional(operation, live)) {
            return super.alterColumnClauses(operation, live);
        }
        ColumnType unknown = operation.type() == null ? Plain.INTEGER : operation.type();
        return List.of(
                modify(operation.table(), operation.from(), operation.column(), unknown, live, operation::changed));
    }

    /** After DROP DEFAULT, an insert has to give a value even if the column may be null. */
    private static boolean staysOptional(AlterColumn operation, LiveSchema live) {
        if (!operation.dropsDefault()) {
            return false;
        }
        Optional<Column> before = live.canBeAsked() || operation.from() == null
                ? live.table(operation.table()).flatMap(table -> table.column(operation.column()))
                : Optional.of(operation.from());
        return before.filter(Column::nullable).isPresent();
    }

    /** Returns whether a default can be set alone. MariaDB 11.4 keeps a default of the current time. */
    protected boolean setsDefaultAlone(AlterColumn operation, LiveSchema live) {
        return columnBefore(operation, live)
                .map(Column::defaultValue)
                .filter(value -> value instanceof DefaultValue.Now
                        || (value instanceof DefaultValue.Expression expression
                                && expression.sql().toLowerCase(Locale.ROOT).startsWith("current_timestamp")))
                .isEmpty();
    }

    /**
     * Returns the clause that defines a column completely: as the database has it, or without a database, as the migration
     * says it was before. For a missing column it has just what {@code MODIFY} requires, so that the database reports that it is
     * missing, or so that it is skipped if a resumed step has dropped it later.
     */
    private String modify(
            String tableName,
            @Nullable Column told,
            String name,
            ColumnType unknown,
            LiveSchema live,
            UnaryOperator<Column> change) {
        Optional<Table> table = told == null || live.canBeAsked() ? live.table(tableName) : Optional.empty();
        Column before = table.flatMap(found -> found.column(name))
                .or(() -> Optional.ofNullable(told))
                .orElseGet(() -> Column.of(name, unknown));
        return "MODIFY COLUMN " + definitions().column(change.apply(before))
                + table.map(found -> ownCheck(found, name)).orElse("");
    }

    /** Returns the check that is a part of a column's definition, which {@code MODIFY} must repeat. Default: none. */
    protected String ownCheck(Table table, String column) {
        return "";
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn operation, LiveSchema live) {
        numbering.check(List.of(operation));
        return alter(operation.table(), alterClauses(operation, live));
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn operation, LiveSchema live) {
        return journaledAs(super.dropColumn(operation, live), operation);
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation, LiveSchema live) {
        return journaledAs(super.alterColumn(operation, live), operation);
    }

    @Override
    public List<SqlStatement> commentOnColumn(CommentOnColumn operation, LiveSchema live) {
        return journaledAs(alter(operation.table(), alterClauses(operation, live)), operation);
    }

    /** No statement may change a column twice. */
    @Override
    public List<SqlStatement> alterTable(AlterTable operation, LiveSchema live) {
        numbering.check(operation.changes());
        List<SqlStatement> statements = new ArrayList<>();
        List<TableChange> made = new ArrayList<>();
        Set<String> dropped = operation.changes().stream()
                .filter(change -> change instanceof DropConstraint drop && drop.name() != null)
                .map(change -> String.valueOf(((DropConstraint) change).name()))
                .collect(Collectors.toSet());
        for (List<TableChange> group : groups(operation, live)) {
            LiveSchema then = new SchemaAfterChanges(live, operation.table(), List.copyOf(made), dropped);
            statements.addAll(super.alterTable(new AlterTable(operation.table(), group), then));
            made.addAll(group);
        }
        return journaledAs(statements, operation);
    }

    /** Returns the changes of each statement. */
    protected List<List<TableChange>> groups(AlterTable operation, LiveSchema live) {
        return SchemaAfterChanges.groups(operation.changes());
    }

    @Override
    public List<SqlStatement> commentOnTable(CommentOnTable operation, LiveSchema live) {
        String comment = operation.comment() == null ? "" : operation.comment();
        return alter(operation.table(), List.of("COMMENT = " + literal(comment)));
    }

    /** A name without a schema would move the table to the schema that the connection works in. */
    @Override
    public List<SqlStatement> renameTable(RenameTable operation, LiveSchema live) {
        String schema = QualifiedName.parse(operation.from()).schema();
        String to = QualifiedName.parse(operation.to()).name();
        return alter(
                operation.from(),
                List.of("RENAME TO " + (schema == null ? quote(to) : quote(schema) + "." + quote(to))));
    }

    /** A unique constraint is an index, which can be renamed; others are dropped and added. */
    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint operation, LiveSchema live) {
        String table = operation.table();
        List<String> clauses = new ArrayList<>();
        live.table(table)
                .flatMap(found -> found.constraint(operation.from()))
                .filter(found -> !(found instanceof Unique))
                .ifPresentOrElse(
                        found -> {
                            clauses.addAll(dropConstraintClauses(
                                    table, new DroppedConstraint(operation.from(), found, false), live));
                            clauses.add("ADD " + definitions().constraint(found.named(operation.to())));
                        },
                        () -> clauses.add(renamedIndex(operation.from(), operation.to())));
        return journaledAs(alter(table, clauses), operation);
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex operation, LiveSchema live) {
        if (operation.table() == null) {
            throw new UnsupportedFeatureException(name() + " identifies indexes by their table: write dropIndex(\""
                    + operation.name() + "\", \"table\").");
        }
        return statement("DROP INDEX " + (operation.ifExists() ? "IF EXISTS " : "")
                + quote(QualifiedName.parse(operation.name()).name()) + " ON " + qualified(operation.table()));
    }

    @Override
    public List<SqlStatement> renameIndex(RenameIndex operation, LiveSchema live) {
        String from = QualifiedName.parse(operation.from()).name();
        String to = QualifiedName.parse(operation.to()).name();
        return alter(operation.table(), List.of(renamedIndex(from, to)));
    }

    private String renamedIndex(String from, String to) {
        return "RENAME INDEX " + quote(from) + " TO " + quote(to);
    }
}
