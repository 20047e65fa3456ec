package dev.headway.internal.database.h2;

import dev.headway.database.Definitions;
import dev.headway.database.ReservedWords;
import dev.headway.database.SqlStatement;
import dev.headway.database.StandardDialect;
import dev.headway.database.TemporarySetting;
import dev.headway.internal.database.PointsInTime;
import dev.headway.op.Database;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.Operation.SetTimeout.Kind;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlSyntax.Feature;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** H2 2.2 and later, in its regular mode. */
final class H2Dialect extends StandardDialect {
    /** The keywords of H2's manual, chapter <em>Keywords / Reserved Words</em>. */
    private static final Set<String> RESERVED = ReservedWords.of("""
            all and any array as asymmetric authorization between both case cast check constraint cross \
            current_catalog current_date current_path current_role current_schema current_time current_timestamp \
            current_user day default distinct else end except exists false fetch for foreign from full group groups \
            having hour if ilike in inner intersect intersects interval is join key leading left like limit localtime \
            localtimestamp minus minute month natural not null offset on or order over partition primary qualify range \
            regexp right row rownum rows second select session_user set some symmetric system_user table to top \
            trailing true uescape union unique unknown user using value values when where window with year _rowid_""");

    private static final SqlSyntax SYNTAX = SqlSyntax.with(
            Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES, Feature.SLASH_COMMENTS, Feature.RETURN_ENDS_COMMENT);

    private static final TemporarySetting UTC = new TemporarySetting(
            "SET @headway_time_zone ="
                    + " (SELECT setting_value FROM information_schema.settings WHERE setting_name = 'TIME ZONE');"
                    + " SET TIME ZONE 'UTC'",
            "SET TIME ZONE @headway_time_zone");

    private final Definitions definitions = new H2Definitions();

    H2Dialect() {
        super(RESERVED);
    }

    @Override
    public Database database() {
        return Database.H2;
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
    protected String timeout(SetTimeout operation) {
        return (operation.kind() == Kind.LOCK ? "SET LOCK_TIMEOUT " : "SET QUERY_TIMEOUT ")
                + operation.limit().toMillis();
    }

    @Override
    public List<String> resetTimeouts() {
        return List.of("SET LOCK_TIMEOUT 2000", "SET QUERY_TIMEOUT 0");
    }

    /** A text is a varchar without a limit, which can be indexed, unlike a large object. */
    @Override
    protected String type(ColumnType.Plain type) {
        return switch (type) {
            case TEXT -> "character varying";
            case INTERVAL -> "interval day(18) to second(9)";
            default -> super.type(type);
        };
    }

    @Override
    protected String array(String element) {
        return element + " array";
    }

    @Override
    protected String text(String text, ColumnType type) {
        return (type == ColumnType.Plain.JSON ? "JSON " : "") + text(text);
    }

    /** A column is told anew to number the rows. */
    @Override
    protected String identityClause(Identity identity, Optional<Column> before) {
        String type = before.map(column -> type(column.type())).orElse("bigint");
        return type + " " + definitions().identity(identity);
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    /** H2's definitions. */
    private final class H2Definitions extends Definitions {
        H2Definitions() {
            super(H2Dialect.this);
        }

        @Override
        public String collation(String name) {
            throw unsupported("has one collation for a whole database");
        }

        @Override
        protected String generated(Generated generated) {
            return "GENERATED ALWAYS AS (" + generated.expression() + ")";
        }

        @Override
        protected String nullsNotDistinct() {
            return "NULLS NOT DISTINCT";
        }

        @Override
        public String indexKind(Index index) {
            return index.nullsNotDistinct() ? "UNIQUE NULLS NOT DISTINCT INDEX" : super.indexKind(index);
        }
    }

    @Override
    public List<SqlStatement> execute(Execute operation, LiveSchema live) {
        return inUtc(super.execute(operation, live));
    }

    @Override
    public List<SqlStatement> insert(Insert operation, LiveSchema live) {
        return inUtc(super.insert(operation, live));
    }

    private static List<SqlStatement> inUtc(List<SqlStatement> statements) {
        return PointsInTime.inUtc(statements, UTC, PointsInTime::atUtc);
    }
}
