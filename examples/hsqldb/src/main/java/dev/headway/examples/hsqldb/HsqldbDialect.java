package dev.headway.examples.hsqldb;

import dev.headway.database.Definitions;
import dev.headway.database.DroppedConstraint;
import dev.headway.database.ReservedWords;
import dev.headway.database.SqlStatement;
import dev.headway.database.StandardDialect;
import dev.headway.op.Database;
import dev.headway.op.Operation.CommentOnTable;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.SchemaObject.CreateSequence;
import dev.headway.op.SchemaObject.CreateView;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.op.TableChange.CommentOnColumn;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.op.TableChange.RenameConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Identity;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Renders SQL for HSQLDB 2.7. */
final class HsqldbDialect extends StandardDialect {
    /** The words that HSQLDB 2.7.4 refuses as names of tables or columns. */
    private static final Set<String> RESERVED = ReservedWords.of("""
            all and any array as at between both by call case cast check coalesce collation constraint convert \
            corresponding create cross cube curdate current current_date current_path current_time current_timestamp \
            curtime default distinct do drop else every except exists false fetch for foreign from full grant group \
            grouping having in inner intersect into is join json_array json_arrayagg json_object json_objectagg \
            leading left like localtime localtimestamp natural normalize not now null nullif occurrences_regex on or \
            order outer position_regex prevval primary references right rollup row select set some substring_regex \
            sum sysdate table then to today trailing translate_regex trigger true union unique user using values when \
            where with""");

    private final Definitions definitions = new HsqldbDefinitions(this);

    HsqldbDialect() {
        super(RESERVED);
    }

    @Override
    public Database database() {
        return Hsqldb.HSQLDB;
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    protected String timeout(SetTimeout operation) {
        throw unsupported("has no timeouts for locks or statements");
    }

    @Override
    public List<String> resetTimeouts() {
        return List.of();
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public boolean isPlainName(String name) {
        return !name.startsWith("_") && super.isPlainName(name);
    }

    @Override
    protected String type(ColumnType.Plain type) {
        return switch (type) {
            case TEXT, JSON -> "longvarchar";
            case BINARY -> "longvarbinary";
            case TIME -> "time(6)";
            case TIMESTAMP -> "timestamp(6)";
            case TIMESTAMPTZ -> "timestamp(6) with time zone";
            case INTERVAL -> "interval day(9) to second(6)";
            default -> super.type(type);
        };
    }

    @Override
    protected String array(String element) {
        return element + " array";
    }

    @Override
    protected String instant(String utc) {
        return "TIMESTAMP '" + utc + "+00:00'";
    }

    @Override
    protected List<String> alterClauses(TableChange change, LiveSchema live) {
        if (change instanceof DropColumn drop && drop.ifExists()) {
            throw unsupported("has no DROP COLUMN IF EXISTS");
        }
        return super.alterClauses(change, live);
    }

    @Override
    protected List<String> alterColumnClauses(AlterColumn operation, LiveSchema live) {
        if (operation.using() != null) {
            throw unsupported("converts values to the new type itself, without using(…)");
        }
        return super.alterColumnClauses(operation, live);
    }

    @Override
    protected String identityClause(Identity identity, Optional<Column> before) {
        if (before.map(Column::identity).isPresent()) {
            throw unsupported("can't change an identity column");
        }
        return definitions().identity(identity);
    }

    @Override
    protected String dropConstraintClause(DroppedConstraint drop) {
        if (drop.ifExists()) {
            throw unsupported("has no DROP CONSTRAINT IF EXISTS");
        }
        return super.dropConstraintClause(drop);
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn operation, LiveSchema live) {
        return alter(
                operation.table(),
                List.of("ALTER COLUMN " + quote(operation.from()) + " RENAME TO " + quote(operation.to())));
    }

    @Override
    public List<SqlStatement> renameConstraint(RenameConstraint operation, LiveSchema live) {
        return statement("ALTER CONSTRAINT " + indexName(operation.from(), operation.table()) + " RENAME TO "
                + quote(operation.to()));
    }

    @Override
    public List<SqlStatement> commentOnTable(CommentOnTable operation, LiveSchema live) {
        return operation.comment() == null
                ? statement("COMMENT ON TABLE " + qualified(operation.table()) + " IS ''")
                : super.commentOnTable(operation, live);
    }

    @Override
    public List<SqlStatement> commentOnColumn(CommentOnColumn operation, LiveSchema live) {
        return operation.comment() == null
                ? statement("COMMENT ON COLUMN " + qualified(operation.table()) + "." + quote(operation.column())
                        + " IS ''")
                : super.commentOnColumn(operation, live);
    }

    /** The standard's default type for sequences is an integer. */
    @Override
    public List<SqlStatement> createSequence(CreateSequence operation, LiveSchema live) {
        Sequence sequence = operation.sequence();
        return create(
                "SEQUENCE",
                operation.ifNotExists(),
                qualified(sequence.name()) + " AS bigint START WITH " + sequence.start() + " INCREMENT BY "
                        + sequence.increment()
                        + (sequence.minimum() == null ? "" : " MINVALUE " + sequence.minimum())
                        + (sequence.maximum() == null ? "" : " MAXVALUE " + sequence.maximum())
                        + (sequence.cycle() ? " CYCLE" : ""));
    }

    @Override
    public List<SqlStatement> createView(CreateView operation, LiveSchema live) {
        List<SqlStatement> statements = new ArrayList<>();
        if (operation.orReplace()) {
            statements.addAll(drop("VIEW", true, qualified(operation.name())));
        }
        statements.addAll(statement("CREATE VIEW " + qualified(operation.name()) + " AS\n" + operation.query()));
        return statements;
    }
}
