package dev.headway.examples.hsqldb.migrations;

import dev.headway.TargetSchema;
import dev.headway.op.Operations;

/** The schema after all migrations. */
public final class Model implements TargetSchema {

    @Override
    public void build(Operations op) throws Exception {
        new CreateAccount().upgrade(op);
        new ChangeAccount().upgrade(op);
    }
}
