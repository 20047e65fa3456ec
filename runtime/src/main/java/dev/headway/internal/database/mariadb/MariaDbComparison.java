package dev.headway.internal.database.mariadb;

import dev.headway.database.ComparisonRules;
import dev.headway.op.Spelling;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Sequence;
import java.util.regex.Pattern;

/** MariaDB names a unique constraint after its first column, and numbers foreign keys and checks within their table. */
public final class MariaDbComparison implements ComparisonRules {
    private static final Pattern CHECK = Pattern.compile("CONSTRAINT_\\d+");

    @Override
    public boolean isGeneratedName(String table, Constraint constraint) {
        return generated(table, constraint)
                .matcher(String.valueOf(constraint.name()))
                .matches();
    }

    private static Pattern generated(String table, Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return Pattern.compile("PRIMARY");
        } else if (constraint instanceof Unique) {
            return Pattern.compile(Pattern.quote(constraint.columns().get(0)) + "(_\\d+)?");
        } else if (constraint instanceof ForeignKey) {
            return Pattern.compile(Pattern.quote(table) + "_ibfk_\\d+");
        }
        return CHECK;
    }

    @Override
    public boolean dropsRequireDefinition() {
        return true;
    }

    @Override
    public boolean indexesForeignKeys() {
        return true;
    }

    /** {@code NOMAXVALUE} stands for the greatest number here, even for a descending sequence, so limits are written out. */
    @Override
    public String alterSequence(Sequence sequence, boolean restarts, Spelling spelling) {
        boolean ascends = sequence.increment() > 0;
        long least = sequence.minimum() != null ? sequence.minimum() : ascends ? 1 : -Long.MAX_VALUE;
        long most = sequence.maximum() != null ? sequence.maximum() : ascends ? Long.MAX_VALUE - 1 : -1;
        return "ALTER SEQUENCE " + spelling.qualified(sequence.name())
                + " START WITH " + sequence.start()
                + " INCREMENT BY " + sequence.increment()
                + " MINVALUE " + least
                + " MAXVALUE " + most
                + (sequence.cycle() ? " CYCLE" : " NOCYCLE")
                + (restarts ? " RESTART WITH " + sequence.start() : "");
    }
}
