package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.ConfigurationException;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;

/** Histories of several databases in one application. */
class NamedDatabaseTest {
    private static final TestRevision SHOP = table("a");
    private static final TestRevision BILLING = table("a_bill").inDatabase("billing");
    private static final TestRevision BILLING_TOO =
            table("b_bill").after("a_bill").inDatabase("billing");

    @DatabaseTest
    void appliesRevisionsOfEachDatabase(TestDatabase database) {
        Migrator shop = database.with(SHOP, BILLING, BILLING_TOO);
        assertThat(ids(shop.plan("head"))).containsExactly("a");

        Migrator billing = shop.database("billing");

        assertThat(ids(billing.upgradeToHead())).containsExactly("a_bill", "b_bill");
        assertThat(billing.check().isUpToDate()).isTrue();
        assertThat(database.tables()).containsExactly("a_bill", "b_bill");
        assertThat(shop.check().unknown()).containsExactlyInAnyOrder("a_bill", "b_bill");
    }

    @DatabaseTest
    void refusesDatabaseWithoutRevisions(TestDatabase database) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(database.with(SHOP, BILLING).database("biling")::upgradeToHead)
                .withMessage(
                        "No revision belongs to the database 'biling', so nothing was run. There are revisions for:"
                                + " billing, and the default database. Name the database with Migrations.database or"
                                + " --database, or fix @Revision(database = \"…\").");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(database.with(BILLING)::upgradeToHead)
                .withMessageStartingWith("No revision belongs to the default database, so nothing was run. There"
                        + " are revisions for: billing. ");
    }

    @DatabaseTest
    void allowsSameIdInDifferentDatabases(TestDatabase database) {
        TestRevision same = table("a").inDatabase("billing").saying("another");

        assertThat(database.with(SHOP, same.inDatabase("billing"))
                        .database("billing")
                        .graph()
                        .revisions()
                        .get(0)
                        .message())
                .isEqualTo("another");
    }
}
