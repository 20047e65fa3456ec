package dev.headway.hibernate;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.Configuration;
import dev.headway.TargetSchema;
import dev.headway.error.CommandException;
import dev.headway.internal.tooling.autogenerate.Autogenerate;
import dev.headway.internal.tooling.autogenerate.Comparison;
import dev.headway.op.Operation;
import dev.headway.op.Operations;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Hibernate would create for entities is what a migration makes. */
class HibernateTargetTest {

    /** The entities of the package. */
    public static final class Shop implements TargetSchema {
        @Override
        public void build(Operations op) throws Exception {
            HibernateTarget.ofPackages("dev.headway.hibernate.shop").build(op);
        }
    }

    /** The same, told by a persistence unit. */
    public static final class Unit implements TargetSchema {
        @Override
        public void build(Operations op) throws Exception {
            HibernateTarget.ofUnit("shop").build(op);
        }
    }

    @DatabaseTest
    void aMigrationMakesWhatHibernateWouldMakeAndTakesItBack(TestDatabase database) {
        Comparison found = compare(database, Shop.class);
        assertThat(found.lines()).contains("added table 'customer'", "added table 'order'");
        TestRevision there = revision("there", op -> apply(found.found().upgrade(), op))
                .downgrade(op -> apply(found.found().downgrade(), op));

        database.with(there).upgradeToHead();
        assertThat(compare(database, Shop.class).lines()).isEmpty();
        assertThat(compare(database, Unit.class).lines()).isEmpty();

        database.with(there).downgrade("base");
        assertThat(compare(database, Shop.class).lines()).isEqualTo(found.lines());
    }

    private static Comparison compare(TestDatabase database, Class<? extends TargetSchema> target) {
        Configuration configuration = Configuration.ofThisProcess()
                .with(Map.of(
                        "url", database.url(),
                        "user", database.user(),
                        "password", database.password(),
                        "target", target.getName()));
        return new Autogenerate(Path.of(""), configuration, false).withDatabase();
    }

    private static void apply(List<Operation> operations, Operations op) {
        operations.forEach(op::apply);
    }

    @Test
    void aPackageWithoutEntitiesIsToldOf() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> HibernateTarget.ofPackages("dev.headway.nowhere"))
                .withMessageStartingWith("There are no entities in dev.headway.nowhere on the class path.");
    }
}
