package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.DatabaseLock;
import dev.headway.database.DatabaseType;
import dev.headway.database.ErrorCodes;
import dev.headway.database.RowRules;
import dev.headway.database.ScratchDatabase;

/** What MariaDB and MySQL do alike. */
public abstract class FamilyDatabase implements DatabaseType {

    @Override
    public DatabaseLock lock() {
        return new FamilyLock();
    }

    @Override
    public ErrorCodes errorCodes() {
        return new FamilyErrorCodes();
    }

    @Override
    public ScratchDatabase scratch() {
        return new FamilyScratch();
    }

    @Override
    public RowRules rows() {
        return new FamilyRows();
    }
}
