package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.database.Databases;
import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

class RawSqlTest {
    private static final String NOTE = "INSERT INTO note (id, text) VALUES ";

    @DatabaseTest
    void whatLooksLikeAParameterIsLeftAlone(TestDatabase database) {
        notes(database, op -> {
            op.execute(NOTE + "(1, ':word <name> ? ${x} {fn now()} :y')");
            op.execute(NOTE + "(2, lower('B')) -- :word <name> ?");
            op.execute(NOTE + "(3, /* :word <name> ? */ '3')");
        });

        assertThat(texts(database)).containsExactly(":word <name> ? ${x} {fn now()} :y", "b", "3");
    }

    @DatabaseTest
    void aQuotedNameIsNoParameter(TestDatabase database) {
        List<String> names =
                Stream.of(":word", "<name>", "?").map(database::quoted).toList();
        String columns = String.join(", ", names);
        database.with(revision("a", op -> {
                    op.execute("CREATE TABLE q (" + String.join(" integer, ", names) + " integer)");
                    op.execute("INSERT INTO q (" + columns + ") VALUES (1, 2, 3)");
                    op.execute("INSERT INTO q (" + columns + ") VALUES (?, ?, ?)", 4, 5, 6);
                }))
                .upgradeToHead();

        assertThat(database.rows("SELECT * FROM q"))
                .extracting(row -> List.copyOf(row.values()))
                .containsExactly(List.of(1, 2, 3), List.of(4, 5, 6));
    }

    @DatabaseTest(Capability.STANDARD_SQL)
    void aBackslashIsOneCharacterOfAString(TestDatabase database) {
        notes(database, op -> op.execute(NOTE + "(?, '\\')", 1));

        assertThat(texts(database)).containsExactly("\\");
    }

    @DatabaseTest
    void argumentsStandForQuestionMarksInOrder(TestDatabase database) {
        notes(database, op -> {
            op.execute(NOTE + "(?, ?)", 1, "it's :word <name> ?");
            op.execute(NOTE + "(?, concat('? :word <name>', ?))", 2L, "!");
            op.execute("UPDATE note SET text = concat(text, ?) WHERE id = ? AND 1 < 2", "!", 2);
        });

        assertThat(texts(database)).containsExactly("it's :word <name> ?", "? :word <name>!!");
    }

    @DatabaseTest
    void anArgumentMayBeNull(TestDatabase database) {
        notes(database, op -> {
            op.execute(NOTE + "(?, ?)", 1, null);
            op.execute("UPDATE note SET taken = ? WHERE id = 1", (Object) null);
        });

        assertThat(database.column("SELECT id FROM note WHERE text IS NULL AND taken IS NULL"))
                .containsExactly("1");
    }

    @DatabaseTest(Capability.TYPED_VALUES)
    void argumentsAreOfAllTypesThatJdbiBinds(TestDatabase database) throws SQLException {
        UUID uuid = UUID.randomUUID();
        Instant noon = Instant.parse("2024-02-29T12:00:00Z");
        notes(
                database,
                op -> op.execute(
                        "INSERT INTO note (id, text, taken, at, code, picture, done) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        1,
                        'x',
                        LocalDate.of(2024, 2, 29),
                        noon,
                        uuid,
                        new byte[] {1, 2},
                        true));

        assertThat(database.column("SELECT concat(text, ' ', taken, ' ', code) FROM note"))
                .containsExactly("x 2024-02-29 " + uuid);
        String literal = database.jdbi()
                .withHandle(handle ->
                        Databases.detect(handle.getConnection()).dialect().literal(noon));
        assertThat(database.column(
                        "SELECT id FROM note WHERE at = " + literal + " AND done AND octet_length(picture) = 2"))
                .containsExactly("1");
    }

    @DatabaseTest(Capability.COUNTED_ARGUMENTS)
    void aMissingArgumentIsAFailureOfItsStatement(TestDatabase database) {
        MigrationFailedException failure = failure(database, op -> op.execute(NOTE + "(?, ?)", 1));

        assertThat(failure).hasMessageStartingWith("""
                Revision fill failed on upgrade at its statement 1:
                  INSERT INTO note (id, text) VALUES (?, ?)
                """ + database.kind() + " says: ");
        assertThat(texts(database)).isEmpty();
    }

    @DatabaseTest(Capability.COUNTED_ARGUMENTS)
    void anArgumentTooManyIsAFailureOfItsStatement(TestDatabase database) {
        MigrationFailedException failure = failure(database, op -> op.execute(NOTE + "(?, 'x')", 1, 2));

        assertThat(failure).hasMessageStartingWith("""
                Revision fill failed on upgrade at its statement 1:
                  INSERT INTO note (id, text) VALUES (?, 'x')
                """);
        assertThat(texts(database)).isEmpty();
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void postgresCastsSlicesAndOperatorsAreLeftAlone(TestDatabase database) {
        notes(database, op -> {
            op.execute(NOTE + "(1, 'a'::text), (2, (ARRAY['b', 'c'])[1:1]::text)");
            op.execute(NOTE + "(3, ('{\"k\": 1}'::jsonb ? 'k')::text)");
            op.execute(NOTE + "(4, ('{\"k\": 1}'::jsonb ?| ARRAY['k'])::text)");
            op.execute("DO $$ DECLARE n integer := 5; BEGIN INSERT INTO note (id, text) VALUES (n, '?:x'); END $$");
        });

        assertThat(texts(database)).containsExactly("a", "{b}", "true", "true", "?:x");
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void postgresCastsSlicesAndOperatorsAreLeftAloneBesideArguments(TestDatabase database) {
        notes(database, op -> {
            op.execute(NOTE + "(?, ?::text)", 1, 10);
            op.execute(NOTE + "(?, (ARRAY['b', 'c'])[1:1]::text)", 2);
            op.execute(NOTE + "(?, (SELECT max(x[n:n]::text) FROM (VALUES (ARRAY['d'], 1)) v (x, n)))", 3);
            op.execute(NOTE + "(?, $$?:word<name>$$)", 4);
            op.execute(NOTE + "(?, ('{\"k\": 1}'::jsonb ?? 'k')::text)", 5);
        });

        assertThat(texts(database)).containsExactly("10", "{b}", "{d}", "?:word<name>", "true");
    }

    @DatabaseTest(Capability.STANDARD_SQL)
    void severalStatementsInOneTextRunTogether(TestDatabase database) {
        notes(database, op -> op.execute(NOTE + "(1, 'a'); " + NOTE + "(2, 'b');"));

        assertThat(texts(database)).containsExactly("a", "b");
    }

    @DatabaseTest
    void aQueryMayBeExecuted(TestDatabase database) {
        notes(database, op -> {
            op.execute("SELECT 1");
            op.execute("SELECT id FROM note WHERE id = ?", 1);
            op.execute(NOTE + "(1, 'a')");
        });

        assertThat(texts(database)).containsExactly("a");
    }

    @DatabaseTest
    void theHandleSeesWhatTheStepDidBefore(TestDatabase database) {
        notes(database, op -> {
            op.execute(NOTE + "(1, 'a')");
            String read = op.handle()
                    .createQuery("SELECT text FROM note WHERE id = :id")
                    .bind("id", 1)
                    .mapTo(String.class)
                    .one();
            op.execute(NOTE + "(2, ?)", read + "b");
        });

        assertThat(texts(database)).containsExactly("a", "ab");
    }

    @DatabaseTest
    void whatTheHandleDidIsRolledBackWithAStepThatFailsBeforeAnythingElse(TestDatabase database) {
        MigrationFailedException failure = failure(database, op -> {
            op.handle().execute(NOTE + "(1, 'a')");
            throw new IllegalStateException("no");
        });

        assertThat(failure.completedStatements()).isZero();
        assertThat(texts(database)).isEmpty();
        assertThat(database.applied()).containsExactly("note");
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void whatTheHandleDidIsRolledBackWithItsStep(TestDatabase database) {
        MigrationFailedException failure = failure(database, op -> {
            op.createTable("b", t -> t.bigint("id"));
            op.handle().execute("CREATE TABLE c (id integer)");
            op.handle().execute(NOTE + "(1, 'a')");
            op.execute("INSERT INTO missing VALUES (1)");
        });

        assertThat(failure.completedStatements()).isZero();
        assertThat(database.tables()).containsExactly("note");
        assertThat(texts(database)).isEmpty();
    }

    @DatabaseTest
    void noDowngradeIsDerivedFromTheHandle(TestDatabase database) {
        Migrator migrator = notes(database, op -> op.handle().execute(NOTE + "(1, 'a')"));

        assertThatExceptionOfType(IrreversibleMigrationException.class)
                .isThrownBy(() -> migrator.downgrade("-1"))
                .withMessage("Revision fill has no derived downgrade, because handle() cannot be inverted. Write the"
                        + " downgrade by hand. Nothing was run, and the database is unchanged.");
        assertThat(texts(database)).containsExactly("a");
    }

    /** Runs these directives behind a revision that makes the table of notes. */
    private static Migrator notes(TestDatabase database, Directives directives) {
        TestRevision note = revision(
                "note",
                op -> op.createTable("note", t -> {
                    t.integer("id").primaryKey();
                    t.text("text");
                    t.date("taken");
                    t.timestamptz("at");
                    t.uuid("code");
                    t.binary("picture");
                    t.bool("done");
                }));
        Migrator migrator = database.with(note, revision("fill", directives).after("note"));
        assertThat(ids(migrator.upgrade("fill"))).containsExactly("note", "fill");
        return migrator;
    }

    private static MigrationFailedException failure(TestDatabase database, Directives directives) {
        return catchThrowableOfType(MigrationFailedException.class, () -> notes(database, directives));
    }

    private static List<String> texts(TestDatabase database) {
        return database.column("SELECT text FROM note ORDER BY id");
    }
}
