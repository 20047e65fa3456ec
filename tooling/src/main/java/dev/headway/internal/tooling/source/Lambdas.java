package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Writes calls with a lambda: an expression for one statement, a block for several. */
final class Lambdas {
    private Lambdas() {}

    /** Returns the call that {@code beginning} begins, with a lambda as its last argument. */
    static CodeBlock of(CodeBlock beginning, String variable, List<CodeBlock> lines) {
        CodeBlock.Builder code = CodeBlock.builder().add(beginning).add(", $L -> ", variable);
        if (lines.size() == 1) {
            return code.add(lines.get(0)).add(")").build();
        }
        code.add("{\n$>");
        lines.forEach(line -> code.add(line).add(";\n"));
        return code.add("$<})").build();
    }
}
