package dev.headway.internal.database;

import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.error.NotRecordableException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Directives;
import dev.headway.op.Operation;
import dev.headway.op.Operations;
import dev.headway.op.RecordingSink;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What directives become in a dialect, without a database. */
public final class Rendered {
    private Rendered() {}

    public static List<Operation> operations(Dialect dialect, Directives directives) throws Exception {
        RecordingSink sink = new RecordingSink(dialect.database(), dialect.syntax());
        Operations.perform(RevisionInfo.of("a", "what a does"), directives, sink);
        return sink.operations();
    }

    public static List<SqlStatement> statements(Dialect dialect, Directives directives) throws Exception {
        return operations(dialect, directives).stream()
                .flatMap(operation -> dialect.render(operation, new NoDatabase()).stream())
                .toList();
    }

    public static List<String> sql(Dialect dialect, Directives directives) throws Exception {
        return statements(dialect, directives).stream()
                .flatMap(statement -> sql(statement).stream())
                .toList();
    }

    private static List<String> sql(SqlStatement statement) {
        List<String> sql = new ArrayList<>(statement.settingStatements());
        sql.add(statement.sql());
        sql.addAll(statement.resettingStatements());
        return sql;
    }

    /** Cannot be asked. */
    private static final class NoDatabase implements LiveSchema {
        @Override
        public boolean canBeAsked() {
            return false;
        }

        @Override
        public List<String> tables() {
            throw new NotRecordableException("tables()");
        }

        @Override
        public Optional<Table> table(String name) {
            throw new NotRecordableException("table(\"" + name + "\")");
        }

        @Override
        public List<Sequence> sequences() {
            throw new NotRecordableException("sequences()");
        }

        @Override
        public List<View> views() {
            throw new NotRecordableException("views()");
        }
    }
}
