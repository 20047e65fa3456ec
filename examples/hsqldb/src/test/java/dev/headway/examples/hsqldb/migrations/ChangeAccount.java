package dev.headway.examples.hsqldb.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.examples.hsqldb.Hsqldb;
import dev.headway.op.Database;
import dev.headway.op.Operations;

/** Adds, alters, renames and drops columns, constraints and indexes, on HSQLDB only. Its downgrade is derived. */
@Revision(id = "b2", down = CreateAccount.class, message = "change account")
public final class ChangeAccount implements Migration {

    @Override
    public void upgrade(Operations op) throws Exception {
        op.on(Hsqldb.HSQLDB, here -> {
            here.addColumn("account", c -> c.varchar("nick", 20).defaultsTo("x").comment("short name"));
            here.alterColumn("account", "nick")
                    .varchar(40)
                    .from(c -> c.varchar(20).defaultsTo("x").comment("short name"));
            here.renameColumn("account", "nick", "alias");
            here.renameConstraint("account", "ck_account_age", "ck_age");
            here.renameIndex("account", "ix_account_age", "ix_age");
            here.addUnique("uq_account_alias", "account", "alias", "team_id");
            here.dropColumn("account", "mood", c -> c.enumerated("mood", "sad", "happy"));
            here.createIndex("ux_account_alias", "account", "alias", "age").unique();
            here.commentOnTable("account", null).from("who may log in");
        });
        op.on(Database.POSTGRESQL, other -> other.createTable("elsewhere", t -> t.bigint("id")));
    }
}
