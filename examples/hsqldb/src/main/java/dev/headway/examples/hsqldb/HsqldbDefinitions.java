package dev.headway.examples.hsqldb;

import dev.headway.database.Definitions;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;

/** The definitions in which HSQLDB differs from standard SQL. */
final class HsqldbDefinitions extends Definitions {

    HsqldbDefinitions(HsqldbDialect dialect) {
        super(dialect);
    }

    @Override
    public String collation(String name) {
        throw dialect().unsupported("has one collation for a whole database");
    }

    /** Without a start value, HSQLDB would number rows from 0. */
    @Override
    public String identity(Identity identity) {
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY (START WITH "
                + identity.start() + " INCREMENT BY " + identity.increment() + ")";
    }

    @Override
    protected String generated(Generated generated) {
        if (!generated.stored()) {
            throw dialect().unsupported("has only generated columns that are stored");
        }
        return "GENERATED ALWAYS AS (" + generated.expression() + ")";
    }

    @Override
    protected String indexKey(Index.Key key) {
        if (key.descending() || key.nulls() != null) {
            throw dialect().unsupported("ignores the order of index keys");
        }
        return super.indexKey(key);
    }
}
