package dev.headway.internal.tooling.squash;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of a row in a column.
 *
 * @param kind how a migration writes the value
 * @param text the value as text, which is compared
 */
record CellValue(Kind kind, String text) {
    private static final CellValue NULL = new CellValue(Kind.NULL, "");
    private static final Set<String> TRUE = Set.of("1", "t", "true");
    private static final Set<String> FALSE = Set.of("0", "f", "false");

    /** How a migration writes a value. */
    enum Kind {
        NULL,
        BOOLEAN,
        INTEGER,
        LONG,
        DECIMAL,
        DOUBLE,
        BYTES,
        INSTANT,
        /** As text, which the database reads as a value of the column's type. */
        TEXT
    }

    static CellValue read(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return NULL;
        } else if (value instanceof Boolean) {
            return truth(row.getString(column));
        } else if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
            return new CellValue(Kind.INTEGER, value.toString());
        } else if (value instanceof Long) {
            return new CellValue(Kind.LONG, value.toString());
        } else if (value instanceof BigInteger) {
            return new CellValue(Kind.DECIMAL, value.toString());
        } else if (value instanceof BigDecimal number) {
            return new CellValue(Kind.DECIMAL, number.toPlainString());
        } else if (value instanceof Float || value instanceof Double) {
            boolean finite = Double.isFinite(((Number) value).doubleValue());
            return new CellValue(finite ? Kind.DOUBLE : Kind.TEXT, value.toString());
        } else if (value instanceof byte[] || value instanceof Blob) {
            return new CellValue(Kind.BYTES, HexFormat.of().formatHex(row.getBytes(column)));
        }
        return new CellValue(Kind.TEXT, row.getString(column));
    }

    /** Reads seconds since the epoch. */
    static CellValue readInstant(ResultSet row, int column) throws SQLException {
        BigDecimal seconds = row.getBigDecimal(column);
        if (seconds == null) {
            return NULL;
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return new CellValue(
                Kind.INSTANT, Instant.ofEpochSecond(whole.longValue(), nanos).toString());
    }

    /** A driver may report any number of one digit as a boolean. */
    private static CellValue truth(String text) {
        if (TRUE.contains(text.toLowerCase(Locale.ROOT))) {
            return new CellValue(Kind.BOOLEAN, "true");
        }
        return FALSE.contains(text.toLowerCase(Locale.ROOT))
                ? new CellValue(Kind.BOOLEAN, "false")
                : new CellValue(Kind.INTEGER, text);
    }

    boolean isNull() {
        return kind == Kind.NULL;
    }

    /** Returns the value for {@code insert}. */
    @Nullable
    Object value() {
        return switch (kind) {
            case NULL -> null;
            case BOOLEAN -> Boolean.valueOf(text);
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DOUBLE -> Double.valueOf(text);
            case BYTES -> HexFormat.of().parseHex(text);
            case INSTANT -> Instant.parse(text);
            case TEXT -> text;
        };
    }
}
