package dev.headway.internal.database.h2;

import dev.headway.database.RepeatRules;

/** H2 commits the parts of a statement one by one: each added column, each dropped table, a table and then its rows. */
enum H2Repeats implements RepeatRules {
    /** The only instance. */
    INSTANCE;

    @Override
    public boolean executesWholeStatement() {
        return false;
    }
}
