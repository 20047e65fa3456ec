package dev.headway.database;

import dev.headway.error.UnsupportedFeatureException;
import dev.headway.op.Operation;
import dev.headway.op.Spelling;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.sql.SqlSyntax;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Renders names, types, values and operations as the SQL of one database. A dialect uses no connection.
 *
 * <p>The dialect of a database extends {@link StandardDialect}, which lists the methods that must be implemented.
 *
 * @since 0.1
 */
public abstract class Dialect implements Spelling {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter(Locale.ROOT);

    private final Set<String> reserved;

    /**
     * Creates a dialect.
     *
     * @param reserved the words, in lower case, that are quoted when they are used as names
     */
    protected Dialect(Set<String> reserved) {
        this.reserved = Set.copyOf(reserved);
    }

    /** Returns the name of the database, for messages. */
    public final String name() {
        return database().name();
    }

    /** Returns the lexical rules of the database: quotes, comments and terminators. Default: standard SQL. */
    public SqlSyntax syntax() {
        return SqlSyntax.STANDARD;
    }

    /**
     * Returns whether a rollback undoes DDL. If true, Headway runs each revision in one transaction. If false, it records each
     * completed statement, so that a failed revision can resume.
     */
    public abstract boolean transactionalDdl();

    /**
     * Returns the statements that carry out an operation, in order.
     *
     * @param live the current schema, for operations that depend on it
     * @throws dev.headway.error.UnsupportedFeatureException if the database doesn't have the operation; the message gives the
     *     reason and an alternative
     * @throws dev.headway.error.NotRecordableException if the operation depends on {@code live} and there is no database to read,
     *     as in a script
     */
    public abstract List<SqlStatement> render(Operation operation, LiveSchema live);

    /**
     * Returns the statements that undo {@code lockTimeout} and {@code statementTimeout} after a step. Must be implemented; empty
     * if the dialect supports neither.
     */
    public abstract List<String> resetTimeouts();

    @Override
    public String quote(String name) {
        return isPlainName(name) ? name : quoted(name);
    }

    /**
     * Returns whether a name needs no quotes: it consists of lower-case letters, digits and {@code _}, doesn't begin with a
     * digit, and isn't reserved. A database that stores unquoted names in upper case can use this to read names back as
     * migrations write them. Override it if fewer names are valid without quotes.
     */
    public boolean isPlainName(String name) {
        return isRegular(name) && !reserved.contains(name);
    }

    /** Returns a name in quotes. Default: double quotes. */
    protected String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isRegular(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String qualified(String name) {
        QualifiedName parsed = QualifiedName.parse(name);
        return parsed.schema() == null ? quote(parsed.name()) : quote(parsed.schema()) + "." + quote(parsed.name());
    }

    /**
     * Returns a type in SQL.
     *
     * @throws dev.headway.error.UnsupportedFeatureException if the database has no such type
     */
    public final String type(ColumnType type) {
        if (type instanceof ColumnType.Plain plain) {
            return type(plain);
        } else if (type instanceof ColumnType.Varchar varchar) {
            return "varchar(" + varchar.length() + ")";
        } else if (type instanceof ColumnType.Char character) {
            return "char(" + character.length() + ")";
        } else if (type instanceof ColumnType.Decimal decimal) {
            return "decimal(" + decimal.precision() + ", " + decimal.scale() + ")";
        } else if (type instanceof Enumerated enumerated) {
            return type(enumerated);
        } else if (type instanceof ColumnType.Array array) {
            return array(type(array.element()));
        }
        return ((ColumnType.Native) type).sql();
    }

    /**
     * Returns a portable type without parameters in SQL. Default: the names of the standard, which few databases share for
     * {@code TEXT}, {@code UUID}, {@code JSON}, {@code BINARY} and {@code INTERVAL}.
     */
    protected String type(ColumnType.Plain type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case TEXT -> "character large object";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamp with time zone";
            case INTERVAL -> "interval";
            case UUID -> "uuid";
            case JSON -> "json";
            case BINARY -> "binary large object";
        };
    }

    /** Returns the type of an enum column. Default: a {@code varchar} as long as the longest value. */
    protected String type(Enumerated type) {
        return "varchar("
                + type.values().stream().mapToInt(String::length).max().orElseThrow() + ")";
    }

    /**
     * Returns the storage engine of Headway's own tables, if a database has engines without transactions, and a setting may make
     * one of them the default. Default: empty.
     */
    public Optional<String> transactionalEngine() {
        return Optional.empty();
    }

    /** Returns whether an enum column needs a CHECK constraint for its values. Default: true. */
    public boolean checksEnums() {
        return true;
    }

    /** Returns an array type. Default: throws, since few databases have arrays. */
    protected String array(String element) {
        throw new UnsupportedFeatureException(name()
                + " has no arrays. Use json or a table of its own, or put it inside on(Database.…) for databases that"
                + " have them.");
    }

    /** Returns the default of a column of this type in SQL. */
    public String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Literal literal) {
            return literal.value() instanceof String text ? text(text, type) : literal(stored(literal.value(), type));
        } else if (value instanceof DefaultValue.Bytes bytes) {
            return bytes(bytes.hex());
        } else if (value instanceof DefaultValue.Expression expression) {
            return expression.sql();
        }
        return "CURRENT_TIMESTAMP";
    }

    /** Returns a value as a column stores it: in a column without a zone, a point in time is in UTC. */
    protected static Object stored(Object value, ColumnType type) {
        boolean instant = value instanceof Instant || value instanceof OffsetDateTime || value instanceof ZonedDateTime;
        return instant && type == Plain.TIMESTAMP
                ? LocalDateTime.ofInstant(Instant.from((TemporalAccessor) value), ZoneOffset.UTC)
                : value;
    }

    @Override
    public String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof byte[] bytes) {
            return bytes(HexFormat.of().formatHex(bytes));
        } else if (value instanceof String || value instanceof UUID) {
            return text(value.toString());
        } else if (value instanceof Enum<?> constant) {
            return text(constant.name());
        }
        return time(value);
    }

    private static String number(Number number) {
        if (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue())) {
            throw new IllegalArgumentException("SQL has no literal for " + number + ": write Sql.raw(\"…\")");
        }
        return number.toString();
    }

    private String time(Object value) {
        if (value instanceof LocalDate date) {
            return temporal("DATE", date.toString());
        } else if (value instanceof LocalTime time) {
            return temporal("TIME", TIME.format(time));
        } else if (value instanceof LocalDateTime timestamp) {
            return temporal("TIMESTAMP", TIMESTAMP.format(timestamp));
        } else if (value instanceof OffsetDateTime timestamp) {
            return instant(TIMESTAMP.format(timestamp.withOffsetSameInstant(ZoneOffset.UTC)));
        } else if (value instanceof ZonedDateTime timestamp) {
            return instant(TIMESTAMP.format(timestamp.withZoneSameInstant(ZoneOffset.UTC)));
        } else if (value instanceof Instant instant) {
            return instant(TIMESTAMP.format(instant.atOffset(ZoneOffset.UTC)));
        }
        throw new IllegalArgumentException(
                "SQL has no literal for a " + value.getClass().getName());
    }

    /**
     * Returns a date, a time or a timestamp without zone as a literal. Default: {@code DATE '2026-01-31'}.
     *
     * @param type {@code DATE}, {@code TIME} or {@code TIMESTAMP}
     */
    protected String temporal(String type, String text) {
        return type + " '" + text + "'";
    }

    /**
     * Returns a timestamp with time zone as a literal.
     *
     * @param utc the date and time in UTC
     */
    protected String instant(String utc) {
        return "TIMESTAMP WITH TIME ZONE '" + utc + "+00:00'";
    }

    /** Returns a text as a literal. Default: single quotes, and quotes within it doubled. */
    protected String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns a text as the default of a column of this type. Default: like any text. */
    protected String text(String text, ColumnType type) {
        return text(text);
    }

    /** Returns bytes, given as hexadecimal digits, as a literal. Default: {@code X'…'}. */
    protected String bytes(String hex) {
        return "X'" + hex + "'";
    }
}
