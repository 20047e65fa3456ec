package dev.headway.internal.database.mysql;

import dev.headway.database.StepSession;
import dev.headway.internal.database.mysqlfamily.FamilySessions;
import dev.headway.op.Operation;
import dev.headway.op.Operation.AlterTable;
import dev.headway.op.TableChange.AlterColumn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sessions of MySQL. */
final class MySqlSessions extends FamilySessions {
    /** Stops the checks of foreign keys, which refuse to change how a column is numbered if a foreign key refers to it. */
    static final String UNCHECKED = "SET @headway_foreign_key_checks = @@foreign_key_checks, foreign_key_checks = 0";

    /** Sets the checks back to what they were. */
    static final String CHECKED = "SET foreign_key_checks = @headway_foreign_key_checks";

    /** Returns whether changes number the rows of a column that exists, or stop that. */
    static boolean numbers(List<? extends Operation> changes) {
        return changes.stream().anyMatch(change -> change instanceof AlterColumn alter && alter.changesIdentity());
    }

    /** A statement may fail before the checks are set back. */
    @Override
    public StepSession openStep(Connection connection, List<Operation> operations) throws SQLException {
        boolean unchecked = operations.isEmpty()
                || operations.stream()
                        .anyMatch(operation -> operation instanceof AlterTable alter
                                ? numbers(alter.changes())
                                : numbers(List.of(operation)));
        return unchecked ? restoring(connection) : StepSession.NOTHING;
    }

    private static StepSession restoring(Connection connection) throws SQLException {
        int before;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@foreign_key_checks")) {
            row.next();
            before = row.getInt(1);
        }
        return new StepSession() {
            @Override
            public void begun() {
                // only the end matters
            }

            @Override
            public void beforeCommit() {
                // only the end matters
            }

            @Override
            public void close() throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET foreign_key_checks = " + before);
                }
            }
        };
    }
}
