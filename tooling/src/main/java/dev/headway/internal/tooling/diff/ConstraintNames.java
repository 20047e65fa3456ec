package dev.headway.internal.tooling.diff;

import dev.headway.database.ComparisonRules;
import dev.headway.op.TableChange.AddConstraint;
import dev.headway.op.TableChange.DropConstraint;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.QualifiedName;

/** The names under which migrations create and drop constraints, some of which have no name that a user chose. */
record ConstraintNames(ComparisonRules database) {
    private static final int MAX_LENGTH = 60;

    boolean isGenerated(String table, Constraint constraint) {
        return constraint.name() == null
                || database.isGeneratedName(QualifiedName.parse(table).name(), constraint);
    }

    /**
     * Returns a constraint as a migration creates it with its table: without a generated name if it is a primary key, and
     * with a conventional name if the database would generate another name each time.
     */
    Constraint created(String table, Constraint constraint) {
        if (!isGenerated(table, constraint)) {
            return constraint;
        } else if (constraint instanceof PrimaryKey) {
            return constraint.named(null);
        }
        return database.repeatsGeneratedNames() ? constraint : constraint.named(conventional(table, constraint));
    }

    /** Returns the operation that adds a constraint to an existing table, always with a name. */
    AddConstraint add(String table, Constraint constraint) {
        Constraint created = created(table, constraint);
        return new AddConstraint(
                table, created.name() != null ? created : constraint.named(conventional(table, constraint)));
    }

    /** Returns the operation that drops a constraint. */
    DropConstraint drop(String table, Constraint constraint) {
        boolean byDefinition = database.dropsGeneratedNamesByDefinition() && isGenerated(table, constraint);
        return new DropConstraint(table, byDefinition ? null : constraint.name(), constraint, false);
    }

    private static String conventional(String table, Constraint constraint) {
        String bare = QualifiedName.parse(table).name();
        if (constraint instanceof PrimaryKey) {
            return "pk_" + bare;
        }
        String prefix = constraint instanceof Unique ? "uq_" : constraint instanceof ForeignKey ? "fk_" : "ck_";
        String columns = String.join("_", constraint.columns());
        String name = prefix + bare + (columns.isEmpty() ? "" : "_" + columns);
        String hash = Integer.toHexString(constraint.named(null).toString().hashCode());
        boolean isAmbiguous = constraint instanceof Check || name.length() > MAX_LENGTH;
        return isAmbiguous
                ? name.substring(0, Math.min(name.length(), MAX_LENGTH - hash.length() - 1)) + "_" + hash
                : name;
    }
}
