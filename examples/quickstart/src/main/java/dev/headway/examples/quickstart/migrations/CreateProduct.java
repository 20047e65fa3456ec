package dev.headway.examples.quickstart.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Operations;

/** One team works on the catalog … */
@Revision(id = "27c6a30d7c24", down = CreateCustomer.class, message = "create product")
public final class CreateProduct implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("product", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("sku", 32).notNull().unique("uq_product_sku");
            t.varchar("title", 200).notNull();
            t.decimal("price", 10, 2).notNull();
        });
        op.createIndex("ix_product_title", "product", "title");
    }
}
