package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.op.Operation.Insert;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as a migration inserts them. */
final class InsertSource {
    /** The number of pairs that {@code Map.of} accepts. */
    private static final int PAIRS = 10;

    private InsertSource() {}

    static CodeBlock of(Insert insert) {
        List<CodeBlock> rows =
                insert.rows().stream().map(row -> row(insert.columns(), row)).toList();
        if (rows.size() == 1) {
            return CodeBlock.of("op.insert($S, $L)", insert.table(), rows.get(0));
        }
        return CodeBlock.builder()
                .add("op.insert($S, $T.of(\n$>$>", insert.table(), List.class)
                .add(CodeBlock.join(rows, ",\n"))
                .add("))$<$<")
                .build();
    }

    private static CodeBlock row(List<String> columns, List<@Nullable Object> values) {
        boolean few = columns.size() <= PAIRS;
        List<CodeBlock> pairs = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            CodeBlock pair = CodeBlock.of("$S, $L", columns.get(i), value(values.get(i)));
            pairs.add(few ? pair : CodeBlock.of("$T.entry($L)", Map.class, pair));
        }
        return CodeBlock.of("$T.$L($L)", Map.class, few ? "of" : "ofEntries", CodeBlock.join(pairs, ", "));
    }

    private static CodeBlock value(@Nullable Object value) {
        if (value instanceof String) {
            return CodeBlock.of("$S", value);
        } else if (value instanceof Instant instant) {
            return CodeBlock.of("$T.parse($S)", Instant.class, instant.toString());
        } else if (value instanceof Long number) {
            return CodeBlock.of("$LL", number);
        } else if (value instanceof BigDecimal number) {
            return CodeBlock.of("new $T($S)", BigDecimal.class, number.toPlainString());
        } else if (value instanceof byte[] bytes) {
            return CodeBlock.of(
                    "$T.of().parseHex($S)", HexFormat.class, HexFormat.of().formatHex(bytes));
        } else if (value instanceof Integer || value instanceof Boolean || value instanceof Double) {
            return CodeBlock.of("$L", value);
        }
        throw new IllegalArgumentException("A row is not written with " + value);
    }
}
