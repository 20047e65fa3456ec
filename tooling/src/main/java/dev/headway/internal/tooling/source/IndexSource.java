package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.database.SourceRules;
import dev.headway.schema.Index;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Indexes as a migration creates them. */
final class IndexSource {
    private IndexSource() {}

    /** Returns whether an index has nothing but ascending columns. */
    static boolean isPlain(Index index, SourceRules database) {
        return index.keys().stream().allMatch(key -> key.equals(Index.Key.column(key.text())))
                && !index.unique()
                && method(index, database) == null
                && index.included().isEmpty()
                && index.where() == null;
    }

    /** Returns the access method, unless it is the one that indexes have by default. */
    private static @Nullable String method(Index index, SourceRules database) {
        return database.defaultIndexMethod()
                        .filter(usual -> usual.equals(index.method()))
                        .isPresent()
                ? null
                : index.method();
    }

    /** Returns the arguments of a plain index within the definition of its table. */
    static CodeBlock namesAndColumns(Index index) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$S", index.name()));
        index.keys().forEach(key -> arguments.add(CodeBlock.of("$S", key.text())));
        return CodeBlock.join(arguments, ", ");
    }

    static CodeBlock created(Index index, SourceRules database) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$S", index.name()));
        arguments.add(CodeBlock.of("$S", index.table()));
        List<Index.Key> keys = index.keys();
        int plain = 0;
        while (plain < keys.size()
                && keys.get(plain).equals(Index.Key.column(keys.get(plain).text()))) {
            arguments.add(CodeBlock.of("$S", keys.get(plain).text()));
            plain++;
        }
        CodeBlock.Builder code = CodeBlock.builder().add("op.createIndex($L)", CodeBlock.join(arguments, ", "));
        keys.subList(plain, keys.size()).forEach(key -> code.add(key(key)));
        if (index.unique()) {
            code.add("$Z.unique()");
        }
        if (index.nullsNotDistinct()) {
            code.add("$Z.nullsNotDistinct()");
        }
        if (method(index, database) != null) {
            code.add("$Z.using($S)", method(index, database));
        }
        if (!index.included().isEmpty()) {
            code.add(
                    "$Z.include($L)",
                    CodeBlock.join(
                            index.included().stream()
                                    .map(column -> CodeBlock.of("$S", column))
                                    .toList(),
                            ", "));
        }
        if (index.where() != null) {
            code.add("$Z.where($S)", index.where());
        }
        return code.build();
    }

    private static CodeBlock key(Index.Key key) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (key.expression()) {
            code.add("$Z.expression($S)", key.descending() ? key.text() + " DESC" : key.text());
        } else if (key.descending()) {
            code.add("$Z.descending($S)", key.text());
        } else if (key.operatorClass() != null) {
            code.add("$Z.column($S, $S)", key.text(), key.operatorClass());
        } else {
            code.add("$Z.column($S)", key.text());
        }
        if (key.nulls() != null) {
            code.add(key.nulls() == Index.Nulls.FIRST ? "$Z.nullsFirst()" : "$Z.nullsLast()");
        }
        return code.build();
    }
}
