package dev.headway.database;

import dev.headway.op.TableChange.DropConstraint;
import dev.headway.schema.Constraint;
import dev.headway.schema.LiveSchema;
import org.jspecify.annotations.Nullable;

/**
 * A constraint to drop, with the name that it has in the database.
 *
 * @param name the name, without quotes
 * @param definition the definition; null if the migration doesn't specify it
 * @param ifExists whether a missing constraint is ignored
 * @since 0.1
 */
public record DroppedConstraint(String name, @Nullable Constraint definition, boolean ifExists) {

    /**
     * Finds the name of a constraint that a migration specifies by its definition. If no constraint of the table matches, the
     * name is the definition in SQL, so the error of the database shows which constraint is missing.
     */
    public static DroppedConstraint find(DropConstraint operation, LiveSchema live, Definitions definitions) {
        Constraint definition = operation.definition();
        String name = operation.name();
        if (name == null && definition != null) {
            Constraint unnamed = definition.named(null);
            name = live.table(operation.table()).stream()
                    .flatMap(table -> table.constraints().stream())
                    .filter(constraint -> unnamed.equals(constraint.named(null)))
                    .map(Constraint::name)
                    .findFirst()
                    .orElseGet(() -> definitions.constraint(unnamed));
        }
        return new DroppedConstraint(String.valueOf(name), definition, operation.ifExists());
    }
}
