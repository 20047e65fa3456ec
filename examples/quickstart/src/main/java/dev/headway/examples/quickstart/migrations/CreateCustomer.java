package dev.headway.examples.quickstart.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Operations;
import dev.headway.op.Sql;

@Revision(id = "1975ea83b712", message = "create customer")
public final class CreateCustomer implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("customer", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 320).notNull().unique("uq_customer_email");
            t.varchar("name", 100).notNull();
            t.timestamptz("created_at").notNull().defaultsTo(Sql.now());
        });
    }
}
