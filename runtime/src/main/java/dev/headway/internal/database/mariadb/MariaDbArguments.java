package dev.headway.internal.database.mariadb;

import dev.headway.database.SqlStatement;
import dev.headway.internal.database.PointsInTime;
import dev.headway.internal.database.mysqlfamily.FamilyTimes;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times in arguments of statements. The driver converts them between the zones of the JVM, of the session and of its settings. So
 * Headway passes them as text, points in time in UTC, and runs a statement with points in time in that zone.
 */
final class MariaDbArguments {
    /** The setting ends with the statement, even if that fails. Converting to another zone isn't exact in the repeated hour of autumn. */
    private static final String IN_UTC = "SET STATEMENT time_zone = '+00:00' FOR ";

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
                statement.rows().stream().anyMatch(row -> row.stream().anyMatch(PointsInTime::isOne));
        return new SqlStatement(
                        converted ? IN_UTC + statement.sql() : statement.sql(),
                        statement.rows().stream().map(MariaDbArguments::asText).toList(),
                        statement.transactional(),
                        statement.forSession())
                .journaledAs(statement.journalKey());
    }

    private static boolean hasTime(List<@Nullable Object> row) {
        return row.stream().anyMatch(value -> PointsInTime.isOne(value) || value instanceof LocalDateTime);
    }

    private static List<@Nullable Object> asText(List<@Nullable Object> row) {
        List<@Nullable Object> texts = new ArrayList<>(row.size());
        for (@Nullable Object value : row) {
            if (PointsInTime.isOne(value)) {
                texts.add(FamilyTimes.text(PointsInTime.instant(value)));
            } else {
                texts.add(value instanceof LocalDateTime time ? FamilyTimes.text(time) : value);
            }
        }
        return Collections.unmodifiableList(texts);
    }
}
