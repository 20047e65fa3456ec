package dev.headway.internal.tooling.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.Version;
import dev.headway.internal.tooling.diff.SchemaDiff.Result;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Deferral;
import dev.headway.schema.ReferentialAction;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What leads from one schema to another. */
class SchemaDiffTest {
    private static final PrimaryKey KEY = new PrimaryKey("constraint_6", List.of("id"));

    @Test
    void aKeyThatMustGoMeanwhileComesBackUnderTheNameItIsToHave() {
        Schema named = schema(KEY, "line_order");
        Schema unnamed = schema(new Unique("uq", List.of("id")), "constraint_3");

        Result found = new SchemaDiff(new DetectedDatabase(Databases.of(Database.H2), Version.LATEST), true)
                .between(unnamed, named);

        assertThat(keys(found.upgrade())).containsExactly("drop null", "add line_order");
        assertThat(keys(found.downgrade())).containsExactly("drop line_order", "add fk_line_order_id");
    }

    private static Schema schema(Constraint referred, String key) {
        ForeignKey reference = new ForeignKey(
                key,
                List.of("order_id"),
                "order",
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Deferral.NOT_DEFERRABLE,
                true);
        return new Schema(
                List.of(
                        new Table("order", List.of(Column.of("id", Plain.BIGINT).notNull()), List.of(referred)),
                        new Table("line", List.of(Column.of("order_id", Plain.BIGINT)), List.of(reference))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<String> keys(List<Operation> operations) {
        return operations.stream().flatMap(SchemaDiffTest::told).toList();
    }

    private static Stream<String> told(Operation operation) {
        if (operation instanceof DropConstraint drop) {
            return Stream.of("drop " + drop.name());
        }
        return operation instanceof AddConstraint add
                ? Stream.of("add " + add.constraint().name())
                : Stream.of();
    }
}
