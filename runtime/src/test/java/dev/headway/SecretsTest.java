package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Secrets of a failed statement reach neither an exception nor the log of the database. */
class SecretsTest {
    private static final String SECRET = "S3CR-pa55word";

    @DatabaseTest
    void hidesThePasswordOfAFailedStatement(TestDatabase database) {
        hides(database, op -> op.execute("CREATE USER u PASSWORD '" + SECRET + "' nonsense here"));
        hides(database, op -> op.execute("CREATE USER u IDENTIFIED BY '" + SECRET + "' nonsense here"));
        hides(database, op -> op.execute("UPDATE missing_table SET password = '" + SECRET + "'"));
    }

    @DatabaseTest
    void hidesTheArgumentsOfAFailedStatement(TestDatabase database) {
        hides(database, op -> op.execute("UPDATE missing_table SET a = ?", SECRET));
    }

    private static void hides(TestDatabase database, Directives body) {
        MigrationFailedException failed = catchThrowableOfType(
                MigrationFailedException.class,
                () -> database.with(revision("a", body)).upgradeToHead());

        StringWriter trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).contains("failed on upgrade").doesNotContain(SECRET);
        assertThat(database.log().toString()).doesNotContain(SECRET);
        assertThat(database.column("SELECT error FROM headway_log").toString()).doesNotContain(SECRET);
    }
}
