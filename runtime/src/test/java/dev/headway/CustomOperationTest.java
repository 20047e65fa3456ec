package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.MigrationFailedException;
import dev.headway.error.UnsupportedChangeException;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.op.CustomOperation;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Spelling;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a user adds an operation that Headway does not have: by a record. */
class CustomOperationTest {

    /** Lets a role read a table. */
    record GrantSelect(String table, String role) implements CustomOperation {
        @Override
        public List<String> statements(Spelling spelling) {
            if (spelling.database().equals(Database.SQLITE)) {
                throw new UnsupportedFeatureException("SQLite has no roles. Leave it out there by on(…).");
            }
            return List.of("GRANT SELECT ON " + spelling.qualified(table) + " TO " + spelling.quote(role));
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new RevokeSelect(table, role));
        }

        @Override
        public String directive() {
            return "grantSelect(\"" + table + "\", \"" + role + "\")";
        }
    }

    /** Lets a role read a table no more. */
    record RevokeSelect(String table, String role) implements CustomOperation {
        @Override
        public List<String> statements(Spelling spelling) {
            return List.of("REVOKE SELECT ON " + spelling.qualified(table) + " FROM " + spelling.quote(role));
        }

        @Override
        public Optional<Operation> inverse() {
            return Optional.of(new GrantSelect(table, role));
        }

        @Override
        public String directive() {
            return "revokeSelect(\"" + table + "\", \"" + role + "\")";
        }
    }

    /** Says how old the rows of a table may be; what was said before is not known. */
    record Retain(String table, int days) implements CustomOperation {
        @Override
        public List<String> statements(Spelling spelling) {
            return List.of("COMMENT ON TABLE " + spelling.qualified(table) + " IS "
                    + spelling.literal("keep " + days + " days"));
        }

        @Override
        public String directive() {
            return "retain(\"" + table + "\", " + days + ")";
        }

        @Override
        public String advice() {
            return "Say retain(…) with the days before in a downgrade of your own.";
        }
    }

    private static final TestRevision TABLE = revision("a", op -> op.createTable("order", t -> t.bigint("id")));
    private static final TestRevision GRANT = revision("b", op -> op.apply(new GrantSelect("order", "pg_monitor")))
            .after("a");

    @DatabaseTest(Capability.ROLES)
    void itIsAppliedAndTakenBackLikeHeadwaysOwn(TestDatabase database) {
        Migrator migrator = database.with(TABLE, GRANT);

        migrator.upgradeToHead();
        assertThat(readers(database)).containsExactly("pg_monitor");

        migrator.downgrade("a");
        assertThat(readers(database)).isEmpty();
    }

    private static List<String> readers(TestDatabase database) {
        return database.column("SELECT grantee FROM information_schema.table_privileges WHERE table_name = 'order'"
                + " AND privilege_type = 'SELECT' AND grantee <> grantor");
    }

    @Test
    void itIsWrittenIntoScripts() {
        ScriptWriter writer = Migrations.script(Database.POSTGRESQL).registries(registry(TABLE, GRANT));

        assertThat(writer.upgrade("a", "b")).contains("\nGRANT SELECT ON \"order\" TO pg_monitor;\n");
        assertThat(writer.downgrade("b", "a")).contains("\nREVOKE SELECT ON \"order\" FROM pg_monitor;\n");
    }

    @DatabaseTest(Capability.POSTGRES_SYNTAX)
    void withoutAnInverseItsAdviceIsTold(TestDatabase database) {
        Migrator migrator = database.with(
                TABLE, revision("b", op -> op.apply(new Retain("order", 30))).after("a"));
        migrator.upgradeToHead();

        assertThatThrownBy(() -> migrator.downgrade("a"))
                .isInstanceOf(IrreversibleMigrationException.class)
                .hasMessageContaining(
                        "because retain(\"order\", 30) cannot be inverted. Say retain(…) with the days before"
                                + " in a downgrade of your own.");
    }

    @DatabaseTest
    void reportsBugInOperationAsFailureOfTheMigration(TestDatabase database) {
        record Broken() implements CustomOperation {
            @Override
            public List<String> statements(Spelling spelling) {
                return List.of(List.of("GRANT").remove(0));
            }

            @Override
            public String directive() {
                return "broken()";
            }
        }

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(
                        TABLE, revision("b", op -> op.apply(new Broken())).after("a"))::upgradeToHead)
                .withMessage("Revision b failed, because the SQL of broken() could not be generated:"
                        + " java.lang.UnsupportedOperationException\nNothing was run, and the database is unchanged. Fix the"
                        + " operation and run again.")
                .withCauseInstanceOf(UnsupportedOperationException.class)
                .satisfies(failure -> assertThat(failure.revision()).isEqualTo("b"));
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void reportsBugInOperationThatIsOnlyRunLiveAsFailureOfTheMigration(TestDatabase database) {
        record Broken() implements CustomOperation {
            @Override
            public List<String> statements(Spelling spelling) {
                throw new UnsupportedOperationException("not written yet");
            }

            @Override
            public String directive() {
                return "broken()";
            }
        }

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(
                        TABLE,
                        revision("b", op -> {
                                    op.handle();
                                    op.apply(new Broken());
                                })
                                .after("a"))::upgradeToHead)
                .withMessageStartingWith(
                        "Revision b failed on upgrade: java.lang.UnsupportedOperationException: not written yet\n");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void whatADatabaseCannotDoIsRefusedBeforeAnythingRuns(TestDatabase database) {
        record Impossible() implements CustomOperation {
            @Override
            public List<String> statements(Spelling spelling) {
                throw new UnsupportedFeatureException("It is " + spelling.database() + ".");
            }

            @Override
            public String directive() {
                return "impossible()";
            }
        }

        assertThatThrownBy(() -> database.with(
                                TABLE,
                                revision("b", op -> op.apply(new Impossible())).after("a"))
                        .upgradeToHead())
                .isInstanceOf(UnsupportedChangeException.class)
                .hasMessageContaining("cannot do impossible() here: It is ");
        assertThat(database.tables()).isEmpty();
    }
}
