package dev.headway.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.headway.graph.RevisionInfo;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Operation.Execute;
import dev.headway.op.Operations;
import dev.headway.op.RecordingSink;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedSqlTest {

    @Test
    void namesBecomePositionsInTheOrderInWhichTheyAreMentioned() throws Exception {
        assertThat(executed("UPDATE t SET a = :new WHERE a = :old OR b=:new", Map.of("old", 1, "new", "x")))
                .isEqualTo(new Execute("UPDATE t SET a = ? WHERE a = ? OR b=?", List.of("x", 1, "x")));
    }

    @Test
    void aValueMayBeNull() throws Exception {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("a", null);

        assertThat(executed("UPDATE t SET a = :a", arguments))
                .isEqualTo(new Execute("UPDATE t SET a = ?", Arrays.asList((Object) null)));
    }

    @Test
    void colonsInQuotesCommentsCastsSlicesAndLabelsAreNoNames() throws Exception {
        String sql =
                "SELECT ':b', \":c\", $$:d$$, x::int, y[1:n], z := 1, '{\"a\":1}' /* :e */ FROM t -- :f\nWHERE a = ";

        assertThat(executed(sql + ":a", Map.of("a", 1))).isEqualTo(new Execute(sql + "?", List.of(1)));
    }

    @Test
    void questionMarksThatAreOperatorsStayOperators() throws Exception {
        assertThat(executed("SELECT a ? 'x' OR b ?| c OR d ?? :e", Map.of("e", 1)))
                .isEqualTo(new Execute("SELECT a ?? 'x' OR b ??| c OR d ?? ?", List.of(1)));
    }

    @Test
    void aStatementWithoutNamesIsLeftAsItIs() throws Exception {
        assertThat(executed("SELECT a ? 'x'", Map.of())).isEqualTo(new Execute("SELECT a ? 'x'", List.of()));
    }

    @Test
    void aMissingValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executed("UPDATE t SET a = :new, b = :b WHERE a = :old", Map.of("b", 1)))
                .withMessage(
                        "There is no value for :new, :old. Add the value, or put a space after the colon if this isn't a"
                                + " name: UPDATE t SET a = :new, b = :b WHERE a = :old");
    }

    @Test
    void aValueThatIsNotAskedForIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> executed("UPDATE t SET a = :a", Map.of("a", 1, "b", 2)))
                .withMessage("There is a value for :b, which the statement doesn't use: UPDATE t SET a = :a");
    }

    private static Operation executed(String sql, Map<String, ?> arguments) throws Exception {
        RecordingSink sink = new RecordingSink(Database.POSTGRESQL, TestSyntax.POSTGRESQL);
        Operations.perform(RevisionInfo.of("a", "a"), op -> op.execute(sql, arguments), sink);
        return sink.operations().get(0);
    }
}
