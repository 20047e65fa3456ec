package dev.headway.internal.database.mariadb;

import dev.headway.database.Definitions;
import dev.headway.database.DroppedConstraint;
import dev.headway.database.ReservedWords;
import dev.headway.database.SqlStatement;
import dev.headway.database.StandardDialect;
import dev.headway.database.Version;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.op.Database;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.RenameIndex;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.Operation.SetTimeout.Kind;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlSyntax.Feature;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** MariaDB 10.6 and later; and MySQL 8, which has less. */
public final class MariaDbDialect extends StandardDialect {
    /** The reserved words of MariaDB's manual, page <em>Reserved ReservedWords</em>, and those that MySQL 8 adds. */
    private static final Set<String> RESERVED = ReservedWords.of("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade \
            case change char character check collate column condition constraint continue convert create cross cube \
            cume_dist current_date current_role current_time current_timestamp current_user cursor database databases \
            day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete delete_domain_id \
            dense_rank desc describe deterministic distinct distinctrow div do_domain_ids double drop dual each else elseif \
            empty enclosed escaped except exists exit explain false fetch first_value float float4 float8 for force foreign \
            from fulltext function general generated get grant group grouping groups having high_priority hour_microsecond \
            hour_minute hour_second if ignore ignore_domain_ids ignore_server_ids in index infile inner inout insensitive \
            insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids io_before_gtids is iterate \
            join json_table key keys kill lag last_value lateral lead leading leave left like limit linear lines load \
            localtime localtimestamp lock long longblob longtext loop low_priority master_bind \
            master_heartbeat_period master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint \
            minute_microsecond minute_second mod modifies natural no_write_to_binlog not nth_value ntile null numeric of \
            offset on optimize optimizer_costs option optionally or order out outer outfile over page_checksum \
            parse_vcol_expr partition percent_rank precision primary procedure purge range rank read read_write reads real \
            recursive ref_system_id references regexp release rename repeat replace require resignal restrict return \
            returning revoke right rlike row row_number rows schema schemas second_microsecond select sensitive separator \
            set show signal slow smallint spatial specific sql sql_big_result sql_calc_found_rows sql_small_result \
            sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc stats_persistent stats_sample_pages stored \
            straight_join system table terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique \
            unlock unsigned update usage use using utc_date utc_time utc_timestamp values varbinary varchar varcharacter \
            varying virtual when where while window with write xor year_month zerofill""");

    private static final SqlSyntax SYNTAX = SqlSyntax.with(
            Feature.BACKSLASH_ESCAPES,
            Feature.HASH_COMMENTS,
            Feature.BLANK_AFTER_DASHES,
            Feature.EXECUTED_COMMENTS,
            Feature.CLIENT_DELIMITER);

    private final Database database;
    private final Version version;
    private final MariaDbDefinitions definitions = new MariaDbDefinitions(this);
    private final MariaDbNumbering numbering = new MariaDbNumbering(this);

    public MariaDbDialect(Database database, Version version) {
        super(RESERVED);
        this.database = database;
        this.version = version;
    }

    @Override
    public Database database() {
        return database;
    }

    boolean isMySql() {
        return database.equals(Database.MYSQL);
    }

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
                throw new UnsupportedFeatureException(
                        name() + " has no intervals. Take a bigint of, say, milliseconds.");
            case UUID -> isMySql() || version.isBefore(10, 7) ? "char(36)" : "uuid";
            case BINARY -> "longblob";
            default -> super.type(type);
        };
    }

    @Override
    protected String type(Enumerated type) {
        return "enum(" + type.values().stream().map(this::literal).collect(Collectors.joining(", ")) + ")";
    }

    @Override
    protected boolean checksEnums() {
        return false;
    }

    /**
     * MySQL takes defaults of large values as expressions only, which may not name the zone of the session, and wants the
     * precision of the column.
     */
    @Override
    protected String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Now) {
            return type == Plain.DATE || type == Plain.TIME ? "(CURRENT_" + type + ")" : "CURRENT_TIMESTAMP(6)";
        }
        if (isMySql()
                && value instanceof DefaultValue.Literal literal
                && literal.value() instanceof Temporal time
                && time.isSupported(ChronoField.INSTANT_SECONDS)) {
            return "(FROM_UNIXTIME(" + seconds(Instant.from(time)) + "))";
        }
        String sql = super.defaultValue(value, type);
        boolean large = type == Plain.TEXT || type == Plain.JSON || type == Plain.BINARY;
        return isMySql() && large && !(value instanceof DefaultValue.Expression) ? "(" + sql + ")" : sql;
    }

    private static String seconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond())
                .add(BigDecimal.valueOf(instant.getNano(), 9))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    protected String text(String text) {
        return super.text(text.replace("\\", "\\\\"));
    }

    @Override
    protected String instant(String utc) {
        return "CONVERT_TZ('" + utc + "', '+00:00', @@session.time_zone)";
    }

    @Override
    protected String timeout(SetTimeout operation) {
        long millis = operation.limit().toMillis();
        if (operation.kind() == Kind.LOCK) {
            long seconds = Math.max(1, (millis + 999) / 1000);
            return "SET SESSION lock_wait_timeout = " + seconds + ", innodb_lock_wait_timeout = " + seconds;
        }
        return isMySql()
                ? "SET SESSION max_execution_time = " + millis
                : "SET SESSION max_statement_time = " + millis / 1000.0;
    }

    @Override
    public List<String> resetTimeouts() {
        return List.of(
                "SET SESSION lock_wait_timeout = DEFAULT, innodb_lock_wait_timeout = DEFAULT",
                isMySql() ? "SET SESSION max_execution_time = DEFAULT" : "SET SESSION max_statement_time = DEFAULT");
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    MariaDbNumbering numbering() {
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
        } else if (change instanceof AddColumn add && add.ifNotExists()) {
            refuseOnMySql("ADD COLUMN IF NOT EXISTS");
        } else if (change instanceof DropColumn drop) {
            return dropColumnClauses(drop, live);
        }
        return super.alterClauses(change, live);
    }

    /** A foreign key on the column does not go with it, and must go first. */
    private List<String> dropColumnClauses(DropColumn operation, LiveSchema live) {
        if (operation.ifExists()) {
            refuseOnMySql("DROP COLUMN IF EXISTS");
        }
        List<String> clauses = new ArrayList<>();
        if (operation.constraints().stream().anyMatch(ForeignKey.class::isInstance)) {
            live.table(operation.table()).stream()
                    .flatMap(table -> table.foreignKeys().stream())
                    .filter(key -> key.columns().contains(operation.name()))
                    .forEach(key -> clauses.add("DROP FOREIGN KEY " + quote(String.valueOf(key.name()))));
        }
        clauses.addAll(super.alterClauses(operation, live));
        return clauses;
    }

    private void refuseOnMySql(String missing) {
        if (isMySql()) {
            throw unsupported("has no " + missing);
        }
    }

    /**
     * {@code MODIFY} takes away what it does not say again, so the column is told whole; a default can be set alone, unless it
     * takes the place of the current time: MariaDB 11.4 lets that stay.
     */
    @Override
    protected List<String> alterColumnClauses(AlterColumn operation, LiveSchema live) {
        if (operation.using() != null) {
            throw unsupported("converts values by itself, without USING");
        } else if (!operation.changesIdentity()
                && operation.type() == null
                && operation.nullable() == null
                && !isNow(operation, live)) {
            return super.alterColumnClauses(operation, live);
        }
        ColumnType unknown = operation.type() == null ? Plain.INTEGER : operation.type();
        return List.of(
                modify(operation.table(), operation.from(), operation.column(), unknown, live, operation::changed));
    }

    private static boolean isNow(AlterColumn operation, LiveSchema live) {
        return columnBefore(operation, live)
                .map(Column::defaultValue)
                .filter(value -> value instanceof DefaultValue.Now
                        || (value instanceof DefaultValue.Expression expression
                                && expression.sql().toLowerCase(Locale.ROOT).startsWith("current_timestamp")))
                .isPresent();
    }

    /**
     * Returns the clause that tells a column whole: as the database has it, or where there is none to ask, as the migration
     * says it was before. One that is not there gets what {@code MODIFY} needs, for the database
     * to say that it is missing; or, if a step is gone on with that has dropped it by now, to be passed over.
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
        return "MODIFY COLUMN " + definitions.column(change.apply(before))
                + table.map(found -> ownCheck(found, name)).orElse("");
    }

    /** Returns the check that is part of a column's definition, and has its name. */
    private static String ownCheck(Table table, String column) {
        return table.constraint(column)
                .filter(Check.class::isInstance)
                .map(check -> " CHECK (" + ((Check) check).condition() + ")")
                .orElse("");
    }

    /** A foreign key leaves the index behind that was made for it, and has its name. */
    @Override
    protected String dropConstraintClause(DroppedConstraint drop) {
        String ifExists = drop.ifExists() ? "IF EXISTS " : "";
        if (drop.ifExists()) {
            refuseOnMySql("DROP CONSTRAINT IF EXISTS");
        }
        if (drop.definition() instanceof PrimaryKey || drop.name().equals("PRIMARY")) {
            return "DROP PRIMARY KEY";
        } else if (drop.definition() instanceof ForeignKey) {
            String key = "DROP FOREIGN KEY " + ifExists + quote(drop.name());
            return isMySql() ? key : key + ",\n  DROP INDEX IF EXISTS " + quote(drop.name());
        } else if (drop.definition() instanceof Unique) {
            return "DROP INDEX " + ifExists + quote(drop.name());
        }
        return "DROP CONSTRAINT " + ifExists + quote(drop.name());
    }

    @Override
    public List<SqlStatement> addColumn(AddColumn operation, LiveSchema live) {
        numbering.check(List.of(operation));
        return alter(operation.table(), alterClauses(operation, live));
    }

    @Override
    public List<SqlStatement> dropColumn(DropColumn operation, LiveSchema live) {
        return asked(super.dropColumn(operation, live), operation.toString());
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation, LiveSchema live) {
        return asked(super.alterColumn(operation, live), operation.toString());
    }

    @Override
    public List<SqlStatement> commentOnColumn(CommentOnColumn operation, LiveSchema live) {
        return asked(alter(operation.table(), alterClauses(operation, live)), operation.toString());
    }

    /** No statement may change a column twice. */
    @Override
    public List<SqlStatement> alterTable(AlterTable operation, LiveSchema live) {
        numbering.check(operation.changes());
        List<SqlStatement> statements = new ArrayList<>();
        List<TableChange> made = new ArrayList<>();
        for (List<TableChange> group : SchemaAfterChanges.groups(operation.changes())) {
            LiveSchema then = new SchemaAfterChanges(live, operation.table(), List.copyOf(made));
            statements.addAll(super.alterTable(new AlterTable(operation.table(), group), then));
            made.addAll(group);
        }
        return asked(statements, operation.toString());
    }

    /** Lets statements that depend on what the database has be known by what was asked for. */
    private static List<SqlStatement> asked(List<SqlStatement> statements, String operation) {
        return statements.stream()
                .map(statement -> statement.journaledAs(operation))
                .toList();
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

    /** A unique constraint is an index, which has a new name at once; others are made anew under theirs. */
    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint operation, LiveSchema live) {
        Optional<Constraint> constraint =
                live.table(operation.table()).flatMap(table -> table.constraint(operation.from()));
        List<String> clauses = constraint
                .filter(found -> !(found instanceof Unique))
                .map(found -> List.of(
                        dropConstraintClause(new DroppedConstraint(operation.from(), found, false)),
                        "ADD " + definitions.constraint(found.named(operation.to()))))
                .orElseGet(() -> List.of(renamedIndex(operation.from(), operation.to())));
        return asked(alter(operation.table(), clauses), operation.toString());
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex operation, LiveSchema live) {
        if (operation.ifNotExists()) {
            refuseOnMySql("CREATE INDEX IF NOT EXISTS");
        }
        return super.createIndex(operation, live);
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex operation, LiveSchema live) {
        if (operation.table() == null) {
            throw new UnsupportedFeatureException(name() + " tells indexes apart by their table: say dropIndex(\""
                    + operation.name() + "\", \"table\").");
        } else if (operation.ifExists()) {
            refuseOnMySql("DROP INDEX IF EXISTS");
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

    @Override
    public List<SqlStatement> createSequence(CreateSequence operation, LiveSchema live) {
        refuseOnMySql("sequences");
        return super.createSequence(operation, live);
    }
}
