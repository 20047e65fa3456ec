package dev.headway.examples.hsqldb.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Operations;
import java.util.Map;

/** Creates tables, a sequence and a view. */
@Revision(id = "a1", message = "create account")
public final class CreateAccount implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("team", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("name", 40).notNull().unique("uq_team_name");
        });
        op.createTable("account", t -> {
            t.bigint("id").identity().primaryKey();
            t.varchar("email", 320).notNull().unique("uq_account_email");
            t.varchar("Display Name", 80).comment("shown to others");
            t.integer("age").defaultsTo(18).check("ck_account_age", "age >= 0");
            t.bigint("team_id").references("team", "id", key -> key.named("fk_account_team"));
            t.enumerated("mood", "mood", "sad", "happy");
            t.comment("who may log in");
        });
        op.createIndex("ix_account_age", "account", "age");
        op.createSequence("ticket", s -> s.startWith(5).incrementBy(2));
        op.createView("team_name", "SELECT name FROM team");
        op.insert("team", Map.of("name", "it's us"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropView("team_name");
        op.dropSequence("ticket");
        op.dropTable("account");
        op.dropTable("team");
    }
}
