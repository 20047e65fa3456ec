package dev.headway.examples.hsqldb;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;

class HsqldbTest {
    @DatabaseTest
    void runsBlocksForHsqldbOnly(TestDatabase database) {
        List<String> seen = new ArrayList<>();
        database.with(revision("a", op -> {
                    seen.add(op.database().name());
                    op.on(
                            Hsqldb.HSQLDB,
                            here -> here.createTable(
                                    "a", t -> t.bigint("id").identity().primaryKey()));
                }))
                .upgradeToHead();
        assertThat(database.tables()).containsExactly("a");
        assertThat(seen).containsOnly("HSQLDB");
    }
}
