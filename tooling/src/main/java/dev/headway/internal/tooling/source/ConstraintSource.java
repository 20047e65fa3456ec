package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Deferral;
import dev.headway.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;

/** Constraints as a migration declares them. */
final class ConstraintSource {
    private ConstraintSource() {}

    /** Returns a constraint within the definition of a table: {@code t.unique("uq", "email")}. */
    static CodeBlock inTable(String variable, Constraint constraint) {
        return called(variable, "", constraint, named(constraint));
    }

    /** Returns a constraint that is added to an existing table: {@code op.addUnique("uq", "account", "email")}. */
    static CodeBlock added(String variable, Constraint constraint, List<CodeBlock> table) {
        List<CodeBlock> first = new ArrayList<>(named(constraint));
        first.addAll(table);
        return called(variable, "add", constraint, first);
    }

    /** Returns the definition of a constraint without its name: {@code c.unique("email")}. */
    static CodeBlock like(String variable, Constraint constraint) {
        return called(variable, "", constraint, List.of());
    }

    private static List<CodeBlock> named(Constraint constraint) {
        return constraint.name() == null ? List.of() : List.of(CodeBlock.of("$S", constraint.name()));
    }

    private static CodeBlock called(String variable, String verb, Constraint constraint, List<CodeBlock> first) {
        List<CodeBlock> arguments = new ArrayList<>(first);
        constraint.columns().forEach(column -> arguments.add(CodeBlock.of("$S", column)));
        if (constraint instanceof Check check) {
            arguments.add(CodeBlock.of("$S", check.condition()));
        }
        String kind = kind(constraint);
        String method = verb.isEmpty() ? kind : verb + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
        return CodeBlock.builder()
                .add("$L.$L($L)", variable, method, CodeBlock.join(arguments, ", "))
                .add(options(constraint))
                .build();
    }

    private static String kind(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "primaryKey";
        } else if (constraint instanceof Unique) {
            return "unique";
        } else if (constraint instanceof ForeignKey) {
            return "foreignKey";
        }
        return constraint instanceof Check ? "check" : "exclusion";
    }

    private static CodeBlock options(Constraint constraint) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (constraint instanceof Unique unique) {
            code.add(unique.nullsNotDistinct() ? "$Z.nullsNotDistinct()" : "").add(deferral(unique.deferral()));
        } else if (constraint instanceof ForeignKey key) {
            List<CodeBlock> target = new ArrayList<>();
            target.add(CodeBlock.of("$S", key.table()));
            key.referenced().forEach(column -> target.add(CodeBlock.of("$S", column)));
            code.add("$Z.references($L)", CodeBlock.join(target, ", "))
                    .add(action("onDelete", key.onDelete()))
                    .add(action("onUpdate", key.onUpdate()))
                    .add(deferral(key.deferral()))
                    .add(key.validated() ? "" : "$Z.notValid()");
        } else if (constraint instanceof Check check) {
            code.add(check.validated() ? "" : "$Z.notValid()");
        } else if (constraint instanceof Exclusion exclusion) {
            exclusion
                    .elements()
                    .forEach(element -> code.add("$Z.with($S, $S)", element.expression(), element.operator()));
            code.add("$Z.using($S)", exclusion.method());
            if (exclusion.where() != null) {
                code.add("$Z.where($S)", exclusion.where());
            }
            code.add(deferral(exclusion.deferral()));
        }
        return code.build();
    }

    private static CodeBlock action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION
                ? CodeBlock.of("")
                : CodeBlock.of("$Z.$L($T.$L)", when, ReferentialAction.class, action);
    }

    private static CodeBlock deferral(Deferral deferral) {
        return CodeBlock.of(
                switch (deferral) {
                    case NOT_DEFERRABLE -> "";
                    case DEFERRABLE -> "$Z.deferrable()";
                    case INITIALLY_DEFERRED -> "$Z.initiallyDeferred()";
                });
    }
}
