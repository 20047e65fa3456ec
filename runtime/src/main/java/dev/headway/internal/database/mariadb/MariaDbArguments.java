package dev.headway.internal.database.mariadb;

import dev.headway.database.SqlStatement;
import dev.headway.internal.database.PointsInTime;
import dev.headway.internal.database.mysqlfamily.FamilyTimes;
import java.time.LocalDateTime;
import java.util.List;

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
        SqlStatement converted = statement.withArguments(MariaDbArguments::bound);
        return PointsInTime.areIn(statement)
                ? new SqlStatement(
                                IN_UTC + statement.sql(),
                                converted.rows(),
                                statement.transactional(),
                                statement.forSession())
                        .journaledAs(statement.journalKey())
                : converted;
    }

    private static Object bound(Object value) {
        if (PointsInTime.isOne(value)) {
            return FamilyTimes.text(PointsInTime.instant(value));
        }
        return value instanceof LocalDateTime time ? FamilyTimes.text(time) : value;
    }
}
