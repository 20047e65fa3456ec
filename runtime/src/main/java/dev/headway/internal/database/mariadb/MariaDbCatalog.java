package dev.headway.internal.database.mariadb;

import dev.headway.internal.database.SequenceRow;
import dev.headway.internal.database.mysqlfamily.FamilyCatalog;
import dev.headway.internal.database.mysqlfamily.FamilyScope;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Sequence;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Reads MariaDB's catalog, which also has sequences. */
final class MariaDbCatalog extends FamilyCatalog {
    private static final String SEQUENCES = """
            SELECT t.table_name
            FROM information_schema.tables t
            WHERE t.table_type = 'SEQUENCE' AND t.table_schema = database()
            ORDER BY t.table_name""";

    /** Only the sequence itself has its settings. */
    private static final String SEQUENCE = """
            SELECT %s AS name,
                   start_value,
                   increment,
                   CASE WHEN increment > 0 AND minimum_value = 1 THEN NULL
                        WHEN increment < 0 AND minimum_value = -9223372036854775807 THEN NULL
                        ELSE minimum_value END AS minimum,
                   CASE WHEN increment > 0 AND maximum_value = 9223372036854775806 THEN NULL
                        WHEN increment < 0 AND maximum_value = -1 THEN NULL
                        ELSE maximum_value END AS maximum,
                   cycle_option AS cycle
            FROM %s
            """;

    MariaDbCatalog(Supplier<Handle> handle) {
        super(handle);
    }

    @Override
    protected TableReader reader(FamilyScope scope) {
        return new MariaDbTables(scope);
    }

    @Override
    public List<Sequence> sequences() {
        String all = handle().createQuery(SEQUENCES).mapTo(String.class).stream()
                .map(name -> SEQUENCE.formatted(
                        "'" + name.replace("\\", "\\\\").replace("'", "''") + "'", "`" + name.replace("`", "``") + "`"))
                .collect(Collectors.joining("UNION ALL\n"));
        if (all.isEmpty()) {
            return List.of();
        }
        try (Query query = handle().createQuery(all).setTemplateEngine(TemplateEngine.NOP)) {
            return query.map(new SequenceRow(QualifiedName::literally)).list();
        }
    }
}
