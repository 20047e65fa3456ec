package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.op.Database;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;

class StringModesTest {
    private static final String TEXT = "it's C:\\temp\\'\n%\\";

    @DatabaseTest
    void defaultKeepsBackslashesIfMigrationChangesMeaningOfQuotes(TestDatabase database) {
        database.with(revision("a", op -> {
                    op.on(Database.POSTGRESQL, on -> on.execute("SET standard_conforming_strings = off"));
                    op.createTable("a", t -> {
                        t.bigint("id");
                        t.varchar("path", 50).defaultsTo(TEXT);
                    });
                    op.execute("INSERT INTO a (id) VALUES (1)");
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT path FROM a")).containsExactly(TEXT);
    }
}
