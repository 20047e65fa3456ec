package dev.headway.internal.database.mysql;

import dev.headway.internal.database.mysqlfamily.FamilyCatalog;
import dev.headway.internal.database.mysqlfamily.FamilyScope;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Reads MySQL's catalog. */
final class MySqlCatalog extends FamilyCatalog {
    MySqlCatalog(Supplier<Handle> handle) {
        super(handle);
    }

    @Override
    protected TableReader reader(FamilyScope scope) {
        return new MySqlTables(scope);
    }
}
