package dev.headway.op;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.op.Operation.AddColumn;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropColumn;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Constraint;
import dev.headway.schema.Index;
import dev.headway.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {
    private static final Column ID = new Column("id", Plain.BIGINT, false, true, null);
    private static final List<Constraint> KEY = List.of(new Constraint.PrimaryKey("pk", List.of("id")));
    private static final Table TABLE = new Table("account", List.of(ID), KEY);
    private static final Index INDEX = new Index("ix_id", "account", List.of("id"), true);

    static Stream<Operation> invertible() {
        return Stream.of(
                new CreateTable(TABLE, false),
                new DropTable("account", TABLE),
                new AddColumn("account", ID, KEY),
                new DropColumn("account", "id", ID, KEY),
                new CreateIndex(INDEX, false),
                new CreateIndex(INDEX, true),
                new DropIndex("ix_id", "account", INDEX, false),
                new DropIndex("ix_id", "account", INDEX, true));
    }

    static Stream<Operation> irreversible() {
        return Stream.of(
                new CreateTable(TABLE, true),
                new DropTable("account", null),
                new DropColumn("account", "id", null, List.of()),
                new DropIndex("ix_id", "account", null, false),
                new DropIndex("ix_id", null, null, false),
                new Execute("SELECT 1", List.of()));
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void theInverseOfTheInverseIsTheOperation(Operation operation) {
        assertThat(operation.inverse())
                .hasValueSatisfying(inverse -> assertThat(inverse).isNotEqualTo(operation))
                .flatMap(Operation::inverse)
                .contains(operation);
    }

    @ParameterizedTest
    @MethodSource("irreversible")
    void whatHasNoInverseHasAdvice(Operation operation) {
        assertThat(operation.inverse()).isEmpty();
        assertThat(operation.advice()).isNotEmpty();
    }

    @Test
    void aDirectiveIsToldByItsBeginning() {
        assertThat(Stream.concat(invertible(), irreversible()).map(Operation::directive))
                .containsExactly(
                        "createTable(\"account\", …)",
                        "dropTable(\"account\")",
                        "addColumn(\"account\", …)",
                        "dropColumn(\"account\", \"id\")",
                        "createIndex(\"ix_id\", …)",
                        "createIndex(\"ix_id\", …)",
                        "dropIndex(\"ix_id\")",
                        "dropIndex(\"ix_id\")",
                        "createTable(\"account\", …).ifNotExists()",
                        "dropTable(\"account\")",
                        "dropColumn(\"account\", \"id\")",
                        "dropIndex(\"ix_id\")",
                        "dropIndex(\"ix_id\")",
                        "execute(\"SELECT 1\")");
    }

    @Test
    void longSqlIsToldInOneShortLine() {
        String longest = "SELECT '" + "x".repeat(91) + "'";

        assertThat(new Execute("\n  UPDATE t\n\tSET a = 1\n", List.of()).directive())
                .isEqualTo("execute(\"UPDATE t SET a = 1\")");
        assertThat(new Execute(longest, List.of()).directive()).isEqualTo("execute(\"" + longest + "\")");
        assertThat(new Execute(longest + "y", List.of()).directive()).isEqualTo("execute(\"" + longest + " …\")");
    }
}
