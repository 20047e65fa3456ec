package dev.headway.internal.database.mysql;

import dev.headway.database.SqlStatement;
import dev.headway.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** The index that a dropped foreign key leaves if it was created for it. */
record LeftIndex(MySqlDialect dialect, String table, String name) {

    /** Returns statements of a script that drop the index if it exists, or give it the name of another key that requires it. */
    List<SqlStatement> drop() {
        QualifiedName parsed = QualifiedName.parse(table);
        String schema = parsed.schema() == null ? "database()" : dialect.literal(parsed.schema());
        String index = "INDEX " + dialect.quote(name);
        return Stream.of(
                        "SET @headway_drop = (SELECT if(count(*) = 0, 'DO 0', concat("
                                + dialect.literal("ALTER TABLE " + dialect.qualified(table) + " ") + ",\n"
                                + "    if(max(u.constraint_name) IS NULL, " + dialect.literal("DROP " + index)
                                + ", concat("
                                + dialect.literal("RENAME " + index + " TO `")
                                + ", replace(max(u.constraint_name), '`', '``'), '`'))))\n"
                                + "  FROM information_schema.statistics s\n"
                                + "  LEFT JOIN information_schema.key_column_usage u ON u.table_schema = s.table_schema\n"
                                + "    AND u.table_name = s.table_name AND u.column_name = s.column_name\n"
                                + "    AND u.ordinal_position = 1 AND u.referenced_table_name IS NOT NULL\n"
                                + "  WHERE s.table_schema = " + schema + " AND s.table_name = "
                                + dialect.literal(parsed.name()) + "\n"
                                + "    AND s.index_name = " + dialect.literal(name) + " AND s.seq_in_index = 1)",
                        "PREPARE headway_drop FROM @headway_drop",
                        "EXECUTE headway_drop",
                        "DEALLOCATE PREPARE headway_drop")
                .map(SqlStatement::of)
                .toList();
    }
}
