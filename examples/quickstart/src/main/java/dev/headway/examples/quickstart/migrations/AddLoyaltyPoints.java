package dev.headway.examples.quickstart.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Operations;

/** Raw SQL has no inverse, so this one writes its downgrade by hand. */
@Revision(id = "5f02d9e7716b", down = JoinCatalogAndCheckout.class, message = "add loyalty points")
public final class AddLoyaltyPoints implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("customer", c -> c.integer("loyalty_points").notNull().defaultsTo(0));
        op.execute("UPDATE customer SET loyalty_points = 10"
                + " WHERE EXISTS (SELECT 1 FROM purchase WHERE purchase.customer_id = customer.id)");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("customer", "loyalty_points");
    }
}
