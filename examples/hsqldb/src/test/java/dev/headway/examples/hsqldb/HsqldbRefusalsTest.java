package dev.headway.examples.hsqldb;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.UnsupportedChangeException;
import dev.headway.op.Directives;
import dev.headway.testing.TestDatabase;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What HSQLDB doesn't have is refused before the first statement runs. */
class HsqldbRefusalsTest {
    private final HsqldbServer server = new HsqldbServer();
    private final TestDatabase database = server.create();

    @AfterEach
    void drop() {
        database.execute("SHUTDOWN");
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String reason, Directives directives) {
        assertThatExceptionOfType(UnsupportedChangeException.class)
                .isThrownBy(() -> database.with(revision("given", op -> {
                            op.createTable("t", t -> {
                                t.bigint("id").identity();
                                t.varchar("a", 20);
                            });
                            directives.applyTo(op);
                        }))
                        .upgradeToHead())
                .withMessageContaining("HSQLDB " + reason);
        assertThat(database.tables()).isEmpty();
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                refusal(
                        "ignores the order of index keys",
                        op -> op.createIndex("ix", "t").descending("a")),
                refusal(
                        "has no indexes on some of the rows",
                        op -> op.createIndex("ix", "t", "a").where("a > 'b'")),
                refusal(
                        "has no indexes on expressions",
                        op -> op.createIndex("ix", "t").expression("lower(a)")),
                refusal(
                        "has no indexes that include other columns",
                        op -> op.createIndex("ix", "t", "a").include("id")),
                refusal(
                        "has one kind of index",
                        op -> op.createIndex("ix", "t", "a").using("hash")),
                refusal(
                        "has one collation",
                        op -> op.addColumn("t", c -> c.text("b").collate("de"))),
                refusal(
                        "has only generated columns that are stored",
                        op -> op.addColumn("t", c -> c.integer("b").generatedWhenReadAs("id + 1"))),
                refusal(
                        "checks constraints with each statement",
                        op -> op.addUnique("uq", "t", "a").deferrable()),
                refusal(
                        "takes nulls for distinct",
                        op -> op.addUnique("uq", "t", "a").nullsNotDistinct()),
                refusal(
                        "has no exclusion constraints",
                        op -> op.addExclusion("ex", "t").with("a", "=")),
                refusal("has no enums", op -> op.addEnumValue("mood", "glad")),
                refusal("has no extensions", op -> op.createExtension("citext")),
                refusal("has no timeouts", op -> op.lockTimeout(Duration.ofSeconds(1))),
                refusal("has no timeouts", op -> op.statementTimeout(Duration.ofSeconds(1))),
                refusal(
                        "has no DROP COLUMN IF EXISTS",
                        op -> op.dropColumn("t", "b").ifExists()),
                refusal(
                        "has no DROP CONSTRAINT IF EXISTS",
                        op -> op.dropConstraint("uq", "t").ifExists()),
                refusal(
                        "converts values to the new type itself",
                        op -> op.alterColumn("t", "a").bigint().using("length(a)")));
    }

    private static Arguments refusal(String reason, Directives directives) {
        return Arguments.of(reason, directives);
    }
}
