package dev.headway.examples.quickstart.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Operations;

/** A merge has several parents. This one also uses what both branches made. */
@Revision(
        id = "4d8e11c2ab90",
        down = {CreateProduct.class, CreatePurchase.class},
        message = "join catalog and checkout")
public final class JoinCatalogAndCheckout implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("purchase_item", t -> {
            t.bigint("purchase_id").notNull().references("purchase", "id");
            t.bigint("product_id").notNull().references("product", "id");
            t.integer("quantity").notNull().defaultsTo(1);
            t.primaryKey("purchase_id", "product_id");
        });
    }
}
