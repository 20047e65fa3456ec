package dev.headway.diff;

import dev.headway.op.Database;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.QualifiedName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of constraints that a database makes up where nobody chooses one. */
final class GeneratedNames {
    private static final int LONGEST = 60;
    private static final Pattern OF_H2 = Pattern.compile("constraint_[0-9a-f]+(_\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_MARIADB_CHECKS = Pattern.compile("CONSTRAINT_\\d+");

    private GeneratedNames() {}

    static boolean isGenerated(Database database, String table, Constraint constraint) {
        @Nullable String name = constraint.name();
        if (name == null) {
            return true;
        }
        String bare = QualifiedName.parse(table).name();
        if (database.equals(Database.POSTGRESQL)) {
            return name.equals(ofPostgres(bare, constraint));
        } else if (database.equals(Database.H2)) {
            return OF_H2.matcher(name).matches();
        }
        return !database.equals(Database.SQLITE)
                && ofMariaDb(bare, constraint).matcher(name).matches();
    }

    private static String ofPostgres(String table, Constraint constraint) {
        String columns = String.join("_", constraint.columns());
        if (constraint instanceof PrimaryKey) {
            return table + "_pkey";
        } else if (constraint instanceof Unique) {
            return table + "_" + columns + "_key";
        } else if (constraint instanceof ForeignKey) {
            return table + "_" + columns + "_fkey";
        } else if (constraint instanceof Check) {
            return table + "_check";
        }
        return table + "_excl";
    }

    private static Pattern ofMariaDb(String table, Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return Pattern.compile("PRIMARY");
        } else if (constraint instanceof Unique) {
            return Pattern.compile(Pattern.quote(constraint.columns().get(0)) + "(_\\d+)?");
        } else if (constraint instanceof ForeignKey) {
            return Pattern.compile(Pattern.quote(table) + "_ibfk_\\d+");
        }
        return OF_MARIADB_CHECKS;
    }

    /**
     * Returns a constraint as a migration is to write it: a primary key without a name that the database made up, and others
     * with one that says what they are where the database would make up another one each time.
     */
    static Constraint written(Database database, String table, Constraint constraint) {
        if (!isGenerated(database, table, constraint)) {
            return constraint;
        } else if (constraint instanceof PrimaryKey) {
            return constraint.named(null);
        }
        return database.equals(Database.POSTGRESQL) ? constraint : constraint.named(conventional(table, constraint));
    }

    /** Returns a constraint as it is to be added to a table that is there: always with a name. */
    static Constraint added(Database database, String table, Constraint constraint) {
        Constraint written = written(database, table, constraint);
        return written.name() != null ? written : constraint.named(conventional(table, constraint));
    }

    private static String conventional(String table, Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "pk_" + QualifiedName.parse(table).name();
        }
        String what = constraint instanceof Unique ? "uq_" : constraint instanceof ForeignKey ? "fk_" : "ck_";
        String where = String.join("_", constraint.columns());
        String name = what + QualifiedName.parse(table).name() + (where.isEmpty() ? "" : "_" + where);
        String distinct = Integer.toHexString(constraint.named(null).toString().hashCode());
        boolean unclear = constraint instanceof Check || name.length() > LONGEST;
        return unclear
                ? name.substring(0, Math.min(name.length(), LONGEST - distinct.length() - 1)) + "_" + distinct
                : name;
    }

    /** Returns the name by which a constraint is dropped; null if it must be told by what it is like. */
    static @Nullable String forDrop(Database database, String table, Constraint constraint) {
        return database.equals(Database.H2) && isGenerated(database, table, constraint) ? null : constraint.name();
    }
}
