package dev.headway.internal.database.mariadb;

import dev.headway.database.DroppedConstraint;
import dev.headway.database.ReservedWords;
import dev.headway.database.SqlStatement;
import dev.headway.database.Version;
import dev.headway.internal.database.mysqlfamily.FamilyDefinitions;
import dev.headway.internal.database.mysqlfamily.FamilyDialect;
import dev.headway.internal.database.mysqlfamily.ForeignKeyIndex;
import dev.headway.op.Database;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MariaDB 10.6 and later. */
public final class MariaDbDialect extends FamilyDialect {
    /** From MariaDB's manual, page <em>Reserved Words</em>, and what MariaDB 11.4 refuses as a name. */
    private static final Set<String> RESERVED = ReservedWords.of("""
            accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call cascade \
            case change char character check collate column condition constraint continue convert create cross \
            current_date current_role current_time current_timestamp current_user cursor database databases day_hour \
            day_microsecond day_minute day_second dec decimal declare default delayed delete delete_domain_id desc \
            describe deterministic distinct distinctrow div do_domain_ids double drop dual each else elseif enclosed \
            escaped except exists exit explain false fetch float float4 float8 for force foreign from fulltext general \
            grant group having high_priority hour_microsecond hour_minute hour_second if ignore ignore_domain_ids \
            ignore_server_ids in index infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer \
            intersect interval into is iterate join json_table key keys kill leading leave left like limit linear lines \
            load localtime localtimestamp lock long longblob longtext loop low_priority master_demote_to_replica \
            master_demote_to_slave master_heartbeat_period master_ssl_verify_server_cert match maxvalue mediumblob \
            mediumint mediumtext middleint minute_microsecond minute_second mod modifies natural no_write_to_binlog not \
            null numeric offset on optimize option optionally or order out outer outfile over page_checksum \
            parse_vcol_expr partition portion precision primary procedure purge range read read_write reads real recursive \
            ref_system_id references regexp release rename repeat replace require resignal restrict return returning \
            revoke right rlike row row_number rows schema schemas second_microsecond select sensitive separator set show \
            signal slow smallint spatial specific sql sql_after_gtids sql_before_gtids sql_big_result sql_calc_found_rows \
            sql_small_result sqlexception sqlstate sqlwarning ssl starting stats_auto_recalc stats_persistent \
            stats_sample_pages straight_join table terminated then tinyblob tinyint tinytext to trailing trigger true undo \
            union unique unlock unsigned update usage use using utc_date utc_time utc_timestamp values varbinary varchar \
            varcharacter varying when where while with write xor year_month zerofill""");

    private final Version version;
    private final MariaDbDefinitions definitions = new MariaDbDefinitions(this);

    public MariaDbDialect(Version version) {
        super(RESERVED);
        this.version = version;
    }

    @Override
    public Database database() {
        return Database.MARIADB;
    }

    @Override
    public FamilyDefinitions definitions() {
        return definitions;
    }

    @Override
    protected String type(Plain type) {
        if (type == Plain.UUID) {
            return version.isBefore(10, 7) ? "char(36)" : "uuid";
        }
        return super.type(type);
    }

    @Override
    protected String statementTimeout(long millis) {
        return "SET SESSION max_statement_time = " + millis / 1000.0;
    }

    @Override
    public List<String> resetTimeouts() {
        List<String> statements = new ArrayList<>(super.resetTimeouts());
        statements.add("SET SESSION max_statement_time = DEFAULT");
        return statements;
    }

    @Override
    public List<SqlStatement> execute(Execute operation, LiveSchema live) {
        return MariaDbArguments.inUtc(super.execute(operation, live));
    }

    @Override
    public List<SqlStatement> insert(Insert operation, LiveSchema live) {
        return MariaDbArguments.inUtc(super.insert(operation, live));
    }

    /** The check that belongs to a column has its name. */
    @Override
    protected String ownCheck(Table table, String column) {
        return table.constraint(column)
                .filter(Check.class::isInstance)
                .map(check -> " CHECK (" + ((Check) check).condition() + ")")
                .orElse("");
    }

    @Override
    protected List<String> dropConstraintClauses(String table, DroppedConstraint drop, LiveSchema live) {
        String name = (drop.ifExists() ? "IF EXISTS " : "") + quote(drop.name());
        Optional<Table> found = live.canBeAsked() ? live.table(table) : Optional.empty();
        Constraint definition = drop.definition() != null
                ? drop.definition()
                : found.flatMap(each -> each.constraint(drop.name())).orElse(null);
        if (definition instanceof PrimaryKey || drop.name().equals("PRIMARY")) {
            return List.of("DROP PRIMARY KEY");
        } else if (definition instanceof ForeignKey key) {
            List<String> clauses = new ArrayList<>(List.of("DROP FOREIGN KEY " + name));
            clauses.addAll(withoutIndex(key.named(drop.name()), found, live));
            return clauses;
        }
        return List.of((definition instanceof Unique ? "DROP INDEX " : "DROP CONSTRAINT ") + name);
    }

    /** The index that was created for a foreign key, under its name, stays; another key that requires it gets its own. */
    private List<String> withoutIndex(ForeignKey key, Optional<Table> table, LiveSchema live) {
        String drop = "DROP INDEX IF EXISTS " + quote(String.valueOf(key.name()));
        Optional<ForeignKey> sharing = table.map(found -> new ForeignKeyIndex(found, key))
                .filter(index -> !index.isServedByAnother())
                .flatMap(index -> index.sharing(live));
        return sharing.map(other -> List.of(
                        drop,
                        "ADD INDEX IF NOT EXISTS " + quote(String.valueOf(other.name())) + " "
                                + definitions.columnList(other.columns())))
                .orElseGet(() -> List.of(drop));
    }
}
