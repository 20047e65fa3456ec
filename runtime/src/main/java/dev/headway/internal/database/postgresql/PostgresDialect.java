package dev.headway.internal.database.postgresql;

import dev.headway.database.Definitions;
import dev.headway.database.ReservedWords;
import dev.headway.database.SqlStatement;
import dev.headway.database.StandardDialect;
import dev.headway.database.TemporarySetting;
import dev.headway.database.Version;
import dev.headway.internal.database.PointsInTime;
import dev.headway.op.Database;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.SetTimeout;
import dev.headway.op.SchemaObject.AddEnumValue;
import dev.headway.op.SchemaObject.CreateEnum;
import dev.headway.op.SchemaObject.CreateExtension;
import dev.headway.op.SchemaObject.DropEnum;
import dev.headway.op.SchemaObject.DropExtension;
import dev.headway.op.TableChange;
import dev.headway.op.TableChange.ValidateConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Deferral;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlSyntax.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 11 and later. */
final class PostgresDialect extends StandardDialect {
    /** The reserved words of PostgreSQL's manual, appendix <em>SQL Key ReservedWords</em>. */
    private static final Set<String> RESERVED = ReservedWords.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate \
            collation column concurrently constraint create cross current_catalog current_date current_role \
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end \
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into \
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on \
            only or order outer overlaps placing primary references returning right select session_user similar some \
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when \
            where window with""");

    private static final SqlSyntax SYNTAX = SqlSyntax.with(
            Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES, Feature.ESCAPE_STRINGS, Feature.RETURN_ENDS_COMMENT);

    private static final TemporarySetting UTC = new TemporarySetting(
            "SELECT set_config('headway.time_zone', current_setting('TimeZone'), false),"
                    + " set_config('TimeZone', 'UTC', false)",
            "SELECT set_config('TimeZone', current_setting('headway.time_zone'), false)");

    private final Version version;
    private final Definitions definitions = new PostgresDefinitions();

    PostgresDialect(Version version) {
        super(RESERVED);
        this.version = version;
    }

    @Override
    public Database database() {
        return Database.POSTGRESQL;
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    protected String timeout(SetTimeout operation) {
        String setting = operation.kind() == SetTimeout.Kind.LOCK ? "lock_timeout" : "statement_timeout";
        return "SET " + setting + " = '" + operation.limit().toMillis() + "ms'";
    }

    @Override
    public List<String> resetTimeouts() {
        return List.of("RESET lock_timeout", "RESET statement_timeout");
    }

    @Override
    protected String type(ColumnType.Plain type) {
        return switch (type) {
            case TEXT -> "text";
            case TIMESTAMPTZ -> "timestamptz";
            case JSON -> "jsonb";
            case BINARY -> "bytea";
            default -> super.type(type);
        };
    }

    /** As PostgreSQL calls it, and as it stands in what other tools have made. */
    @Override
    public String defaultValue(DefaultValue value, ColumnType type) {
        return value instanceof DefaultValue.Now ? "now()" : super.defaultValue(value, type);
    }

    @Override
    protected String type(Enumerated type) {
        return qualified(type.name());
    }

    @Override
    public boolean checksEnums() {
        return false;
    }

    @Override
    protected String array(String element) {
        return element + "[]";
    }

    @Override
    public String literal(@Nullable Object value) {
        return value instanceof UntypedText ? text(value.toString()) : super.literal(value);
    }

    @Override
    protected String bytes(String hex) {
        return text("\\x" + hex);
    }

    /** The setting {@code standard_conforming_strings} decides what a backslash in plain quotes means. */
    @Override
    protected String text(String text) {
        return text.contains("\\") ? "E" + super.text(text.replace("\\", "\\\\")) : super.text(text);
    }

    @Override
    protected Object boundValue(Object value) {
        if (value instanceof String text) {
            return new UntypedText(text);
        } else if (PointsInTime.isOne(value)) {
            return UntypedText.of(PointsInTime.instant(value));
        }
        return value instanceof Enum<?> constant ? new UntypedText(constant.name()) : value;
    }

    @Override
    public List<SqlStatement> execute(Execute operation, LiveSchema live) {
        return PointsInTime.inUtc(super.execute(operation, live), UTC, PointsInTime::atUtc);
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    protected boolean combinesChanges() {
        return true;
    }

    /** An index that could not be finished concurrently stays behind, and would be in the way of the next try. */
    @Override
    public List<SqlStatement> createIndex(CreateIndex operation, LiveSchema live) {
        List<SqlStatement> statements = super.createIndex(operation, live);
        Index index = operation.index();
        if (!operation.concurrently() || !live.invalidIndexes().contains(writtenBesideTable(index))) {
            return statements;
        }
        List<SqlStatement> clearedUp = new ArrayList<>();
        clearedUp.add(new SqlStatement(
                "DROP INDEX CONCURRENTLY " + indexName(index.name(), index.table()), List.of(), false, true));
        clearedUp.addAll(statements);
        return clearedUp;
    }

    private static String writtenBesideTable(Index index) {
        QualifiedName name = QualifiedName.parse(index.name());
        return name.schema() != null
                ? name.written()
                : new QualifiedName(QualifiedName.parse(index.table()).schema(), name.name()).written();
    }

    @Override
    protected String concurrently() {
        return "CONCURRENTLY";
    }

    @Override
    protected List<String> alterClauses(TableChange change, LiveSchema live) {
        return change instanceof ValidateConstraint validate
                ? List.of("VALIDATE CONSTRAINT " + quote(validate.name()))
                : super.alterClauses(change, live);
    }

    @Override
    protected String identityClause(Identity identity, Optional<Column> before) {
        boolean isNumbered = before.map(Column::identity).isPresent();
        return isNumbered
                ? "SET GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " SET START WITH "
                        + identity.start() + " SET INCREMENT BY " + identity.increment()
                : super.identityClause(identity, before);
    }

    @Override
    public List<SqlStatement> validateConstraint(ValidateConstraint operation, LiveSchema live) {
        return alter(operation.table(), alterClauses(operation, live));
    }

    @Override
    public List<SqlStatement> createEnum(CreateEnum operation, LiveSchema live) {
        String values = operation.values().stream().map(this::literal).collect(Collectors.joining(", "));
        return statement("CREATE TYPE " + qualified(operation.name()) + " AS ENUM (" + values + ")");
    }

    @Override
    public List<SqlStatement> dropEnum(DropEnum operation, LiveSchema live) {
        return drop("TYPE", operation.ifExists(), qualified(operation.name()));
    }

    @Override
    public List<SqlStatement> addEnumValue(AddEnumValue operation, LiveSchema live) {
        SqlStatement statement = SqlStatement.of("ALTER TYPE " + qualified(operation.name()) + " ADD VALUE "
                + (operation.ifNotExists() ? "IF NOT EXISTS " : "") + literal(operation.value()));
        return List.of(version.isBefore(12, 0) ? statement.outsideTransaction() : statement);
    }

    @Override
    public List<SqlStatement> createExtension(CreateExtension operation, LiveSchema live) {
        return create("EXTENSION", operation.ifNotExists(), quote(operation.name()));
    }

    @Override
    public List<SqlStatement> dropExtension(DropExtension operation, LiveSchema live) {
        return drop("EXTENSION", operation.ifExists(), quote(operation.name()));
    }

    private String since(int major, String feature) {
        if (version.isBefore(major, 0)) {
            throw unsupported("has " + feature + " from version " + major + " on, and this is " + version.major());
        }
        return "";
    }

    /** PostgreSQL's definitions. */
    private final class PostgresDefinitions extends Definitions {
        PostgresDefinitions() {
            super(PostgresDialect.this);
        }

        @Override
        protected String generated(Generated generated) {
            return (generated.stored() ? "" : since(18, "generated columns that are computed when they are read"))
                    + super.generated(generated);
        }

        @Override
        protected String nullsNotDistinct() {
            return since(15, "NULLS NOT DISTINCT") + "NULLS NOT DISTINCT";
        }

        @Override
        protected String deferral(Deferral deferral) {
            return standardDeferral(deferral);
        }

        @Override
        protected String foreignKey(ForeignKey key) {
            return super.foreignKey(key) + (key.validated() ? "" : " NOT VALID");
        }

        @Override
        protected String check(Check check) {
            return super.check(check) + (check.validated() ? "" : " NOT VALID");
        }

        @Override
        protected String exclusion(Exclusion exclusion) {
            String elements = exclusion.elements().stream()
                    .map(element -> element.expression() + " WITH " + element.operator())
                    .collect(Collectors.joining(", "));
            return "EXCLUDE USING " + exclusion.method() + " (" + elements + ")"
                    + (exclusion.where() == null ? "" : " WHERE (" + exclusion.where() + ")")
                    + deferral(exclusion.deferral());
        }

        /** An index is always in the schema of its table, and its name may not say so. */
        @Override
        public String index(Index index) {
            List<String> words = new ArrayList<>();
            words.add(quote(QualifiedName.parse(index.name()).name()) + " ON " + qualified(index.table()));
            if (index.method() != null) {
                words.add("USING " + quote(index.method()));
            }
            words.add(indexKeys(index));
            if (!index.included().isEmpty()) {
                words.add("INCLUDE " + columnList(index.included()));
            }
            if (index.nullsNotDistinct()) {
                words.add(nullsNotDistinct());
            }
            if (index.where() != null) {
                words.add("WHERE " + index.where());
            }
            return String.join(" ", words);
        }

        @Override
        protected String indexKey(Index.Key key) {
            return (key.expression() ? "(" + key.text() + ")" : quote(key.text()))
                    + (key.operatorClass() == null ? "" : " " + qualified(key.operatorClass()))
                    + (key.descending() ? " DESC" : "")
                    + (key.nulls() == null ? "" : " NULLS " + key.nulls());
        }
    }
}
