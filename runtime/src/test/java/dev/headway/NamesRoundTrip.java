package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.Databases;
import dev.headway.op.Operations;
import dev.headway.op.Sql;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import dev.headway.testing.Snapshot;
import dev.headway.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives names to a table and what is on it, then other names, and takes both back. */
final class NamesRoundTrip {
    private final List<String> names;
    private final String table;
    private final String column;
    private final String constraint;
    private final String index;
    private final String other;
    private final String otherColumn;
    private final String otherConstraint;
    private final String otherIndex;
    private final String added;

    NamesRoundTrip(List<String> names) {
        this.names = names;
        table = names.get(0);
        column = names.get(1);
        constraint = names.get(2);
        index = names.get(3);
        other = names.get(4);
        otherColumn = names.get(5);
        otherConstraint = names.get(6);
        otherIndex = names.get(7);
        added = names.get(8);
    }

    void run(TestDatabase database) throws SQLException {
        Migrator migrator = database.with(
                revision("made", this::make), revision("renamed", this::rename).after("made"));
        Snapshot empty = Snapshot.of(database);

        migrator.upgrade("made");
        Snapshot made = Snapshot.of(database);
        has(database, table, column, constraint, index);
        migrator.upgrade("renamed");
        has(database, other, otherColumn, otherConstraint, otherIndex);

        migrator.downgrade("made");
        assertThat(Snapshot.of(database)).as("%s", names).isEqualTo(made);
        migrator.downgrade("base");
        assertThat(Snapshot.of(database)).as("%s", names).isEqualTo(empty);
    }

    private void make(Operations op) {
        op.createTable(Sql.name(table), t -> {
            t.bigint("id").primaryKey();
            t.varchar(column, 20).comment("it's " + column);
            t.unique(constraint, column);
            t.comment("it's " + table);
        });
        op.createIndex(Sql.name(index), Sql.name(table), column, "id");
    }

    private void rename(Operations op) {
        op.renameTable(Sql.name(table), Sql.name(other));
        op.renameColumn(Sql.name(other), column, otherColumn);
        op.renameConstraint(Sql.name(other), constraint, otherConstraint);
        op.renameIndex(Sql.name(other), Sql.name(index), Sql.name(otherIndex));
        op.addColumn(Sql.name(other), c -> c.bigint(added).references(Sql.name(other), "id"));
    }

    private void has(TestDatabase database, String table, String column, String constraint, String index)
            throws SQLException {
        database.jdbi().useHandle(handle -> {
            LiveSchema live = Databases.detect(handle.getConnection()).read(() -> handle);
            assertThat(live.hasColumn(Sql.name(table), column)).as("%s", names).isTrue();
            Table found = live.table(Sql.name(table)).orElseThrow();
            assertThat(live.tables()).contains(found.name());
            assertThat(found.constraints()).anyMatch(each -> isSame(each.name(), constraint));
            assertThat(found.indexes())
                    .anyMatch(each -> isSame(QualifiedName.parse(each.name()).name(), index));
        });
    }

    /** A name in capitals that need no quotes may read back in small letters. */
    private static boolean isSame(@Nullable String found, String said) {
        return said.equals(found)
                || (said.matches("[A-Z]+") && said.toLowerCase(Locale.ROOT).equals(found));
    }
}
