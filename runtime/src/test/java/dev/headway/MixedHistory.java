package dev.headway;

import static dev.headway.testing.TestRevision.revision;

import dev.headway.graph.RevisionRegistry;
import dev.headway.op.Directives;
import dev.headway.op.NumberColumn;
import dev.headway.testing.TestRevision;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A history with a bit of everything, data that must not change twice, and a revision that fails. */
public final class MixedHistory implements Supplier<RevisionRegistry> {
    private static final Directives FIRST_HALF = op -> {
        op.createTable("team", t -> t.bigint("id").primaryKey());
        op.execute("UPDATE account SET points = points * 3");
        op.addColumn("account", c -> c.bigint("team_id").references("team", "id", key -> key.named("fk_team")));
    };

    /** Returns the history that fails. */
    @Override
    public RevisionRegistry get() {
        return with(op -> {
            FIRST_HALF.applyTo(op);
            op.execute("UPDATE missing SET a = 1");
        });
    }

    /** Returns the history with the failing revision mended. */
    static RevisionRegistry mended() {
        return with(op -> {
            FIRST_HALF.applyTo(op);
            op.execute("UPDATE account SET points = points + 1000");
        });
    }

    private static RevisionRegistry with(Directives last) {
        return TestRevision.registry(
                revision("a", op -> {
                    op.createTable("account", t -> {
                        t.bigint("id").primaryKey();
                        t.varchar("email", 100).notNull();
                        t.varchar("nick", 20);
                        t.integer("points").notNull().defaultsTo(0);
                        t.index("ix_nick", "nick");
                    });
                    op.insert(
                            "account",
                            List.of(
                                    Map.of("id", 1, "email", "ann@example.org"),
                                    Map.of("id", 2, "email", "bob@example.org")));
                    op.execute("UPDATE account SET points = points + 1");
                }),
                revision("b", op -> {
                            op.createIndex("ix_email", "account", "email")
                                    .unique()
                                    .concurrently();
                            op.execute("UPDATE account SET points = points + 10");
                            op.addColumn("account", c -> {
                                NumberColumn<?> age = c.integer("age");
                                return RoundTrip.keepsChecks(op) ? age.check("age > 0") : age;
                            });
                        })
                        .after("a"),
                revision("c", op -> {
                            op.execute(
                                    "INSERT INTO account (id, email, points) SELECT id + 10, concat(email, id), points"
                                            + " FROM account");
                            op.renameColumn("account", "nick", "name");
                            op.dropIndex("ix_nick", "account", "name");
                            op.execute("UPDATE account SET points = points * 2");
                            op.createView("emails", "SELECT email FROM account");
                        })
                        .after("b")
                        .outsideTransaction(),
                revision("d", op -> {
                            op.createTable("gone", t -> t.bigint("id").primaryKey());
                            op.execute("INSERT INTO gone VALUES (1)");
                            op.renameTable("gone", "went");
                            op.dropTable("went");
                        })
                        .after("c"),
                revision("e", last).after("d"));
    }
}
