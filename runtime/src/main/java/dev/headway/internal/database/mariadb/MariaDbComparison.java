package dev.headway.internal.database.mariadb;

import dev.headway.internal.database.mysqlfamily.FamilyComparison;
import dev.headway.op.Spelling;
import dev.headway.schema.Sequence;
import java.util.regex.Pattern;

/** MariaDB numbers the checks of a table, and has sequences. */
final class MariaDbComparison extends FamilyComparison {
    private static final Pattern CHECK = Pattern.compile("CONSTRAINT_\\d+");

    @Override
    protected Pattern generatedCheckName(String table) {
        return CHECK;
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
