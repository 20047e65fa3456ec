package dev.headway.examples.quickstart.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Operations;
import dev.headway.op.Sql;

/** … while another works on the checkout: two children of one parent are two branches. */
@Revision(id = "3ac1f6b59f2e", down = CreateCustomer.class, message = "create purchase")
public final class CreatePurchase implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("purchase", t -> {
            t.bigint("id").identity().primaryKey();
            t.bigint("customer_id").notNull().references("customer", "id");
            t.timestamptz("placed_at").notNull().defaultsTo(Sql.now());
        });
    }
}
