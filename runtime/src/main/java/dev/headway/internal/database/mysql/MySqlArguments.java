package dev.headway.internal.database.mysql;

import dev.headway.database.SqlStatement;
import dev.headway.internal.database.mysqlfamily.FamilyTimes;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operation.Insert;
import dev.headway.sql.SqlText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of statements. The driver has no form for a UUID, and converts times between the zones of the JVM, of the session and
 * of its settings. So Headway passes times as text, points in time in UTC, which the statement converts to the session's zone.
 */
final class MySqlArguments {
    private static final String CONVERTED = "CONVERT_TZ(?, '+00:00', @@session.time_zone)";

    /** The function leaves a time outside this range as it is; it is the range of the type timestamp. */
    private static final Instant MIN = Instant.ofEpochSecond(1);

    private static final Instant MAX = Instant.parse("2038-01-19T03:14:08Z");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private final MySqlDialect dialect;

    MySqlArguments(MySqlDialect dialect) {
        this.dialect = dialect;
    }

    /** Returns a statement that a migration wrote. The driver reports a wrong number of arguments. */
    List<SqlStatement> execute(Execute operation) {
        List<@Nullable Object> arguments = operation.arguments();
        List<List<@Nullable Object>> rows = arguments.isEmpty() ? List.of() : List.of(values(arguments));
        String sql = arguments.stream().anyMatch(FamilyTimes::isInstant)
                ? SqlText.of(operation.sql(), dialect.syntax()).fill(placeholders(arguments))
                : operation.sql();
        return List.of(new SqlStatement(sql, rows, true, false));
    }

    /** Returns a statement for the rows, and one more whenever a column changes between points in time and other values, except nulls. */
    List<SqlStatement> insert(Insert operation) {
        String start = "INSERT INTO " + dialect.qualified(operation.table()) + " "
                + dialect.definitions().columnList(operation.columns()) + " VALUES (";
        List<SqlStatement> statements = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        String sql = "";
        BitSet times = columnsOfInstants(operation);
        for (List<@Nullable Object> row : operation.rows()) {
            String next = start + String.join(", ", placeholders(row, times)) + ")";
            if (!next.equals(sql) && !rows.isEmpty()) {
                statements.add(new SqlStatement(sql, List.copyOf(rows), true, false));
                rows.clear();
            }
            sql = next;
            rows.add(values(row));
        }
        statements.add(new SqlStatement(sql, List.copyOf(rows), true, false));
        return statements;
    }

    /** Returns the columns with points in time and nulls only. A null can be converted too, so their rows share one statement. */
    private static BitSet columnsOfInstants(Insert operation) {
        BitSet instants = new BitSet();
        BitSet others = new BitSet();
        for (List<@Nullable Object> row : operation.rows()) {
            for (int i = 0; i < row.size(); i++) {
                @Nullable Object value = row.get(i);
                instants.set(i, instants.get(i) || FamilyTimes.isInstant(value));
                others.set(i, others.get(i) || (value != null && !FamilyTimes.isInstant(value)));
            }
        }
        instants.andNot(others);
        return instants;
    }

    private static List<String> placeholders(List<@Nullable Object> values, BitSet times) {
        List<String> placeholders = new ArrayList<>(placeholders(values));
        times.stream().forEach(column -> placeholders.set(column, CONVERTED));
        return placeholders;
    }

    private static List<String> placeholders(List<@Nullable Object> values) {
        return values.stream()
                .map(value -> FamilyTimes.isInstant(value) ? CONVERTED : "?")
                .toList();
    }

    private List<@Nullable Object> values(List<@Nullable Object> arguments) {
        List<@Nullable Object> values = new ArrayList<>();
        arguments.forEach(argument -> values.add(argument == null ? null : value(argument)));
        return Collections.unmodifiableList(values);
    }

    private Object value(Object value) {
        if (FamilyTimes.isInstant(value)) {
            return FamilyTimes.text(convertible(FamilyTimes.instant(value)));
        } else if (value instanceof LocalDateTime time) {
            return FamilyTimes.text(time);
        } else if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        return value instanceof UUID || value instanceof LocalDate ? value.toString() : value;
    }

    private Instant convertible(Instant instant) {
        if (instant.isBefore(MIN) || !instant.isBefore(MAX)) {
            throw dialect.unsupported(
                    "converts points in time between 1970-01-01 00:00:01 and 2038-01-19 03:14:07 UTC only, and "
                            + instant + " is none of them: give a LocalDateTime");
        }
        return instant;
    }
}
