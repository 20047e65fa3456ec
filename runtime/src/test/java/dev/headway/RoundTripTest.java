package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.op.Operation.CreateTable;
import dev.headway.schema.Table;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.Snapshot;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The derived downgrade of every directive leaves every database as it was. */
class RoundTripTest {

    static List<RoundTrip> directives() {
        return all().filter(each -> !each.namesSchema()).toList();
    }

    static List<RoundTrip> directivesInSchemas() {
        return all().filter(RoundTrip::namesSchema).toList();
    }

    private static Stream<RoundTrip> all() {
        return Stream.of(
                        TableRoundTrips.all(),
                        ColumnRoundTrips.all(),
                        ConstraintRoundTrips.all(),
                        IndexRoundTrips.all(),
                        ObjectRoundTrips.all())
                .flatMap(List::stream);
    }

    @DatabaseTest(cases = "directives")
    void aDirectiveIsTakenBack(TestDatabase database, RoundTrip directive) throws SQLException {
        directive.run(database);
    }

    @DatabaseTest(value = Capability.SCHEMAS, cases = "directivesInSchemas")
    void aDirectiveInASchemaIsTakenBack(TestDatabase database, RoundTrip directive) throws SQLException {
        directive.run(database);
    }

    /** What was read of a table makes the same table again, with all names that the database chose. */
    @DatabaseTest
    void aTableThatWasReadCanBeCreatedFromThat(TestDatabase database) throws SQLException {
        Migrator migrator = database.with(
                revision("given", op -> {
                    RoundTrip.SCHEMA.applyTo(op);
                    TableRoundTrips.ALL_TYPES.applyTo(op);
                    op.renameTable("t", "types");
                    TableRoundTrips.ALL_KINDS.applyTo(op);
                    op.dropView("ids");
                }),
                revision("again", op -> {
                            List<Table> read = new ArrayList<>(op.inspect().all());
                            read.removeIf(table -> table.name().startsWith("headway_"));
                            Collections.reverse(read);
                            read.forEach(table -> op.dropTable(table.name()));
                            Collections.reverse(read);
                            read.forEach(table -> op.apply(new CreateTable(table, false, null, null)));
                        })
                        .after("given"));
        migrator.upgrade("given");
        Snapshot before = Snapshot.of(database);

        migrator.upgradeToHead();

        assertThat(Snapshot.of(database).tables()).isEqualTo(before.tables());
    }

    /** Names are quoted where they must be: it is the same which ones they are. */
    @DatabaseTest
    void namesOfAllKindsAreTakenBack(TestDatabase database) throws SQLException {
        boolean mariaDb = database.has(Capability.WHOLE_COLUMNS);
        NastyNames names =
                new NastyNames(new Random(20240229), mariaDb ? NastyNames::isAllowedByMariaDb : name -> true);
        for (int round = 0; round < 12; round++) {
            new NamesRoundTrip(names.distinct(9)).run(database);
        }
    }
}
