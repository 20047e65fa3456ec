package dev.headway.dialect;

import dev.headway.graph.RevisionInfo;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.op.RecordingSink;
import java.util.List;

/** What directives become in a dialect. */
final class Rendered {
    /** One column of every type. */
    static final Directives ALL_TYPES = op -> op.createTable("t", t -> {
        t.bool("a");
        t.smallint("b");
        t.integer("c");
        t.bigint("d");
        t.decimal("e", 9, 2);
        t.real("f");
        t.doublePrecision("g");
        t.varchar("h", 20);
        t.character("i", 2);
        t.text("j");
        t.date("k");
        t.time("l");
        t.timestamp("m");
        t.timestamptz("n");
        t.uuid("o");
        t.json("p");
        t.binary("q");
        t.type("r", "Citext COLLATE \"C\"");
    });

    private Rendered() {}

    static List<SqlStatement> statements(Dialect dialect, Directives directives) throws Exception {
        RecordingSink sink = new RecordingSink();
        Operations.perform(RevisionInfo.of("a", "what a does"), directives, sink);
        return sink.operations().stream()
                .flatMap(operation -> dialect.render(operation).stream())
                .toList();
    }

    static List<String> sql(Dialect dialect, Directives directives) throws Exception {
        return statements(dialect, directives).stream().map(SqlStatement::sql).toList();
    }
}
