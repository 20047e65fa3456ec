package dev.headway.internal.database.mysql;

import dev.headway.database.DroppedConstraint;
import dev.headway.database.SqlStatement;
import dev.headway.database.TemporarySetting;
import dev.headway.database.Version;
import dev.headway.internal.database.PointsInTime;
import dev.headway.internal.database.mysqlfamily.FamilyDefinitions;
import dev.headway.internal.database.mysqlfamily.FamilyDialect;
import dev.headway.internal.database.mysqlfamily.ForeignKeyIndex;
import dev.headway.internal.database.mysqlfamily.IndexNames;
import dev.headway.op.Database;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.DropSequence;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AddColumn;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** MySQL 8.0.13 and later. */
public final class MySqlDialect extends FamilyDialect {
    /** The checks of foreign keys refuse to change how a column is numbered if a foreign key refers to it. */
    private static final TemporarySetting UNCHECKED = new TemporarySetting(
            "SET @headway_foreign_key_checks = @@foreign_key_checks, foreign_key_checks = 0",
            "SET foreign_key_checks = @headway_foreign_key_checks");

    private final Version version;
    private final MySqlDefinitions definitions = new MySqlDefinitions(this);

    public MySqlDialect(Version version) {
        super(MySqlReservedWords.LIST);
        this.version = version;
    }

    @Override
    public Database database() {
        return Database.MYSQL;
    }

    @Override
    public FamilyDefinitions definitions() {
        return definitions;
    }

    @Override
    protected String type(Plain type) {
        return type == Plain.UUID ? "char(36)" : super.type(type);
    }

    /** Refuses a check if the server would ignore it. */
    void requireChecks() {
        if (version.isBefore(8, 0, 16)) {
            throw unsupported("ignores checks before 8.0.16, and this server is older");
        }
    }

    @Override
    public String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Now) {
            return super.defaultValue(value, type);
        } else if (value instanceof DefaultValue.Literal literal
                && stored(literal.value(), type) instanceof Temporal time) {
            return MySqlDefaults.enclosed(defaultTime(time), type);
        }
        return MySqlDefaults.enclosed(super.defaultValue(value, type), type);
    }

    /** A default may be neither a typed literal nor depend on the time zone of the session. */
    private String defaultTime(Temporal time) {
        if (PointsInTime.isOne(time)) {
            Instant instant = Instant.from(time);
            BigDecimal seconds = BigDecimal.valueOf(instant.getEpochSecond())
                    .add(BigDecimal.valueOf(instant.getNano(), 9))
                    .stripTrailingZeros();
            return "FROM_UNIXTIME(" + seconds.toPlainString() + ")";
        }
        String literal = literal(time);
        return literal.substring(literal.indexOf('\''));
    }

    @Override
    protected String statementTimeout(long millis) {
        throw unsupported("limits the time of SELECT statements only");
    }

    @Override
    protected List<Index> separateIndexes(Table table) {
        return List.of();
    }

    /** Returns the indexes of a table without the one that numbers its rows. */
    List<Index> otherIndexes(Table table) {
        return super.separateIndexes(table);
    }

    /** A default of the current time can't be set alone. */
    @Override
    protected boolean setsDefaultAlone(AlterColumn operation, LiveSchema live) {
        return !(operation.defaultValue() instanceof DefaultValue.Now) && super.setsDefaultAlone(operation, live);
    }

    /** The type decides whether a constant requires parentheses. */
    @Override
    protected ColumnType typeForDefault(AlterColumn operation, LiveSchema live) {
        return columnBefore(operation, live).map(Column::type).orElse(new ColumnType.Varchar(1));
    }

    @Override
    protected List<String> alterClauses(TableChange change, LiveSchema live) {
        if (change instanceof AddColumn add && add.ifNotExists()) {
            throw unsupported("has no ADD COLUMN IF NOT EXISTS");
        } else if (change instanceof DropColumn drop && drop.ifExists()) {
            throw unsupported("has no DROP COLUMN IF EXISTS");
        } else if (change instanceof DropConstraint drop && drop.ifExists()) {
            throw unsupported("has no DROP CONSTRAINT IF EXISTS");
        }
        return super.alterClauses(change, live);
    }

    /** Each kind of constraint is dropped by words of its own; DROP CONSTRAINT is new in 8.0.19. */
    @Override
    protected List<String> dropConstraintClauses(String table, DroppedConstraint drop, LiveSchema live) {
        String name = quote(drop.name());
        Constraint definition = drop.definition();
        if (definition == null && (live.canBeAsked() || version.isBefore(8, 0, 19))) {
            Optional<Table> found = live.table(table);
            definition = found.flatMap(each -> each.constraint(drop.name())).orElse(null);
            if (definition == null
                    && found.flatMap(each -> each.index(drop.name())).isPresent()) {
                return List.of("DROP INDEX " + name);
            }
        }
        if (definition instanceof PrimaryKey || drop.name().equals("PRIMARY")) {
            return List.of("DROP PRIMARY KEY");
        } else if (definition instanceof Unique) {
            return List.of("DROP INDEX " + name);
        } else if (definition instanceof Check) {
            requireChecks();
            return List.of("DROP CHECK " + name);
        } else if (definition instanceof ForeignKey key) {
            List<String> clauses = new ArrayList<>(List.of("DROP FOREIGN KEY " + name));
            clauses.addAll(withoutIndex(table, key.named(drop.name()), live));
            return clauses;
        }
        return List.of((version.isBefore(8, 0, 19) ? "DROP FOREIGN KEY " : "DROP CONSTRAINT ") + name);
    }

    /** The index that was created for a foreign key, under its name, stays; another key that requires it gives it its name. */
    private List<String> withoutIndex(String table, ForeignKey key, LiveSchema live) {
        String name = String.valueOf(key.name());
        Optional<Table> found = live.canBeAsked() ? live.table(table) : Optional.empty();
        if (!(live instanceof IndexNames names)
                || found.flatMap(each -> each.constraint(name)).isEmpty()
                || found.flatMap(each -> each.index(name)).isPresent()
                || !names.hasIndex(table, name)) {
            return List.of();
        }
        Optional<String> other = found.flatMap(each -> new ForeignKeyIndex(each, key).sharing(live))
                .map(each -> String.valueOf(each.name()));
        return List.of(other.filter(each -> !names.hasIndex(table, each))
                .map(each -> "RENAME INDEX " + quote(name) + " TO " + quote(each))
                .orElse("DROP INDEX " + quote(name)));
    }

    @Override
    public List<SqlStatement> dropConstraint(DropConstraint operation, LiveSchema live) {
        List<SqlStatement> statements = journaledAs(super.dropConstraint(operation, live), operation);
        return withIndexes(statements, List.of(operation), live);
    }

    /** Without a database, a script finds out itself whether a foreign key leaves an index. */
    private List<SqlStatement> withIndexes(
            List<SqlStatement> statements, List<? extends TableChange> changes, LiveSchema live) {
        List<SqlStatement> all = new ArrayList<>(statements);
        if (!live.canBeAsked()) {
            changes.stream()
                    .filter(DropConstraint.class::isInstance)
                    .map(DropConstraint.class::cast)
                    .filter(drop -> drop.name() != null && drop.definition() instanceof ForeignKey)
                    .forEach(drop -> all.addAll(new LeftIndex(this, drop.table(), String.valueOf(drop.name())).drop()));
        }
        return all;
    }

    @Override
    public List<SqlStatement> alterColumn(AlterColumn operation, LiveSchema live) {
        return numbering(List.of(operation), super.alterColumn(operation, live));
    }

    @Override
    public List<SqlStatement> alterTable(AlterTable operation, LiveSchema live) {
        List<SqlStatement> statements = numbering(operation.changes(), super.alterTable(operation, live));
        return withIndexes(statements, operation.changes(), live);
    }

    /** A column that a foreign key refers to can be numbered only while foreign keys are not checked. */
    private static List<SqlStatement> numbering(List<TableChange> changes, List<SqlStatement> statements) {
        if (changes.stream().noneMatch(change -> change instanceof AlterColumn alter && alter.changesIdentity())) {
            return statements;
        }
        return statements.stream().map(statement -> statement.with(UNCHECKED)).toList();
    }

    /**
     * MySQL drops no column in the same statement as a generated column that depends on it. So each column is dropped by a
     * statement of its own, after the constraints: first those that are gone, which a resumed step has dropped, then the
     * generated ones.
     */
    @Override
    protected List<List<TableChange>> groups(AlterTable operation, LiveSchema live) {
        List<List<TableChange>> groups = new ArrayList<>();
        for (List<TableChange> group : super.groups(operation, live)) {
            List<TableChange> drops =
                    group.stream().filter(DropColumn.class::isInstance).toList();
            if (drops.size() < 2) {
                groups.add(group);
                continue;
            }
            int first = group.indexOf(drops.get(0));
            List<TableChange> before = new ArrayList<>();
            List<TableChange> after = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                TableChange change = group.get(i);
                if (i < first || change instanceof DropConstraint) {
                    before.add(change);
                } else if (!(change instanceof DropColumn)) {
                    after.add(change);
                }
            }
            groups.add(before);
            drops.stream()
                    .sorted(Comparator.comparing(drop -> rank((DropColumn) drop, live)))
                    .map(List::of)
                    .forEach(groups::add);
            groups.add(after);
        }
        groups.removeIf(List::isEmpty);
        return groups;
    }

    private static int rank(DropColumn drop, LiveSchema live) {
        Optional<Column> column = live.canBeAsked()
                ? live.table(drop.table()).flatMap(table -> table.column(drop.name()))
                : Optional.ofNullable(drop.definition());
        return column.map(found -> found.generated() == null ? 2 : 1).orElse(0);
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex operation, LiveSchema live) {
        if (operation.ifNotExists()) {
            throw unsupported("has no CREATE INDEX IF NOT EXISTS");
        }
        return super.createIndex(operation, live);
    }

    @Override
    public List<SqlStatement> dropIndex(DropIndex operation, LiveSchema live) {
        if (operation.ifExists() && operation.table() != null) {
            throw unsupported("has no DROP INDEX IF EXISTS");
        }
        return super.dropIndex(operation, live);
    }

    @Override
    public List<SqlStatement> createSequence(CreateSequence operation, LiveSchema live) {
        throw unsupported("has no sequences");
    }

    @Override
    public List<SqlStatement> dropSequence(DropSequence operation, LiveSchema live) {
        throw unsupported("has no sequences");
    }

    @Override
    public List<SqlStatement> execute(Execute operation, LiveSchema live) {
        return MySqlArguments.of(super.execute(operation, live));
    }

    @Override
    public List<SqlStatement> insert(Insert operation, LiveSchema live) {
        return MySqlArguments.of(super.insert(operation, live));
    }
}
