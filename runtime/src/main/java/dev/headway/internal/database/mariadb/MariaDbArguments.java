package dev.headway.internal.database.mariadb;

import dev.headway.database.SqlStatement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times in arguments of statements. The driver converts them between the zones of the JVM, of the session and of its settings. So
 * Headway passes them as text, points in time in UTC, and runs a statement with points in time in that zone.
 */
final class MariaDbArguments {
    /** The setting ends with the statement, even if that fails. Converting to another zone isn't exact in the repeated hour of autumn. */
    private static final String IN_UTC = "SET STATEMENT time_zone = '+00:00' FOR ";

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private MariaDbArguments() {}

    /** Returns the statements with their times as text. */
    static List<SqlStatement> inUtc(List<SqlStatement> statements) {
        return statements.stream().map(MariaDbArguments::inUtc).toList();
    }

    private static SqlStatement inUtc(SqlStatement statement) {
        if (statement.rows().stream().noneMatch(MariaDbArguments::hasTime)) {
            return statement;
        }
        boolean converted =
                statement.rows().stream().anyMatch(row -> row.stream().anyMatch(MariaDbArguments::isInstant));
        return new SqlStatement(
                        converted ? IN_UTC + statement.sql() : statement.sql(),
                        statement.rows().stream().map(MariaDbArguments::asText).toList(),
                        statement.transactional(),
                        statement.forSession())
                .journaledAs(statement.journalKey());
    }

    private static boolean hasTime(List<@Nullable Object> row) {
        return row.stream().anyMatch(value -> isInstant(value) || value instanceof LocalDateTime);
    }

    private static boolean isInstant(@Nullable Object value) {
        return value instanceof Instant || value instanceof OffsetDateTime || value instanceof ZonedDateTime;
    }

    private static List<@Nullable Object> asText(List<@Nullable Object> row) {
        List<@Nullable Object> texts = new ArrayList<>(row.size());
        for (@Nullable Object value : row) {
            if (isInstant(value)) {
                texts.add(
                        DATE_TIME.format(Instant.from((TemporalAccessor) value).atOffset(ZoneOffset.UTC)));
            } else {
                texts.add(value instanceof LocalDateTime time ? DATE_TIME.format(time) : value);
            }
        }
        return Collections.unmodifiableList(texts);
    }
}
