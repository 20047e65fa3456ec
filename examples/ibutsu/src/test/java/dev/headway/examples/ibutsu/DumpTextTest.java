package dev.headway.examples.ibutsu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.headway.Migrations;
import dev.headway.Migrator;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code pg_dump} tells of each step what it told of Alembic's, word for word. */
class DumpTextTest {

    @Test
    void eachStepIsDumpedAsAlembicsWasAndTakenBack() throws Exception {
        Optional<Path> installed = InstalledPostgres.find();
        assumeThat(installed)
                .as("Texts are not compared: no PostgreSQL with pg_dump is installed in /usr/lib/postgresql")
                .isPresent();
        try (InstalledPostgres postgres = InstalledPostgres.start(installed.orElseThrow())) {
            Migrator migrator = Migrations.on(postgres.dataSource());
            for (Dump dump : Dump.ALL) {
                migrator.upgrade("+1");
                assertThat(postgres.dump()).as("%s", dump).isEqualTo(dump.sql());
            }
            for (int i = Dump.ALL.size() - 1; i > 0; i--) {
                migrator.downgrade("-1");
                Dump before = Dump.ALL.get(i - 1);
                assertThat(postgres.dump()).as("back to %s", before).isEqualTo(before.sql());
            }
        }
    }
}
