package dev.headway.internal.database.postgresql;

import dev.headway.internal.database.Texts;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Exclusion;
import dev.headway.schema.Deferral;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The constraints of PostgreSQL's tables: primary key, unique, foreign keys, checks, exclusions, each by name. */
final class PostgresConstraints implements RowMapper<Constraint> {
    /**
     * A foreign key to a partitioned table has a row for each partition too, which is not a constraint that anybody
     * declared.
     */
    static final String SQL = """
            SELECT c.relname,
                   k.conname AS name,
                   k.contype AS type,
                   ARRAY(SELECT CAST(a.attname AS text)
                         FROM unnest(k.conkey) WITH ORDINALITY u (number, position)
                         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number
                         ORDER BY u.position) AS columns,
                   f.relname AS referenced_table,
                   nullif(fn.nspname, current_schema()) AS referenced_schema,
                   ARRAY(SELECT CAST(a.attname AS text)
                         FROM unnest(k.confkey) WITH ORDINALITY u (number, position)
                         JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number
                         ORDER BY u.position) AS referenced,
                   k.confdeltype AS on_delete,
                   k.confupdtype AS on_update,
                   k.condeferrable AS deferrable,
                   k.condeferred AS deferred,
                   k.convalidated AS validated,
                   pg_get_expr(k.conbin, k.conrelid) AS condition,
                   CAST(to_jsonb(i) ->> 'indnullsnotdistinct' AS boolean) AS nulls_not_distinct,
                   m.amname AS method,
                   ARRAY(SELECT pg_get_indexdef(i.indexrelid, CAST(u.position AS integer), false)
                                    || CASE WHEN o.opcdefault THEN '' ELSE ' ' || quote_ident(o.opcname) END
                         FROM unnest(k.conexclop) WITH ORDINALITY u (operator, position)
                         JOIN pg_opclass o ON o.oid = i.indclass[u.position - 1]
                         ORDER BY u.position) AS compared,
                   ARRAY(SELECT CAST(o.oprname AS text)
                         FROM unnest(k.conexclop) WITH ORDINALITY u (operator, position)
                         JOIN pg_operator o ON o.oid = u.operator
                         ORDER BY u.position) AS operators,
                   pg_get_expr(i.indpred, i.indrelid) AS predicate
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class f ON f.oid = k.confrelid
            LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
            LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
            LEFT JOIN pg_am m ON m.oid = ic.relam
            WHERE k.contype IN ('p', 'u', 'f', 'c', 'x')
              AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)
              AND\s""" + PostgresCatalog.IN_SCOPE + """
            ORDER BY c.relname, strpos('pufcx', CAST(k.contype AS text)), k.conname""";

    @Override
    public Constraint map(ResultSet row, StatementContext context) throws SQLException {
        String name = row.getString("name");
        return switch (row.getString("type")) {
            case "p" -> new Constraint.PrimaryKey(name, Texts.of(row, "columns"));
            case "u" ->
                new Constraint.Unique(
                        name, Texts.of(row, "columns"), row.getBoolean("nulls_not_distinct"), deferral(row));
            case "f" -> foreignKey(name, row);
            case "c" -> new Constraint.Check(name, row.getString("condition"), row.getBoolean("validated"));
            default ->
                new Exclusion(name, row.getString("method"), elements(row), row.getString("predicate"), deferral(row));
        };
    }

    private static Constraint foreignKey(String name, ResultSet row) throws SQLException {
        return new Constraint.ForeignKey(
                name,
                Texts.of(row, "columns"),
                new QualifiedName(row.getString("referenced_schema"), row.getString("referenced_table")).written(),
                Texts.of(row, "referenced"),
                action(row.getString("on_delete")),
                action(row.getString("on_update")),
                deferral(row),
                row.getBoolean("validated"));
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static Deferral deferral(ResultSet row) throws SQLException {
        if (!row.getBoolean("deferrable")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return row.getBoolean("deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
    }

    private static List<Exclusion.Element> elements(ResultSet row) throws SQLException {
        List<String> compared = Texts.of(row, "compared");
        List<String> operators = Texts.of(row, "operators");
        List<Exclusion.Element> elements = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            elements.add(new Exclusion.Element(compared.get(i), operators.get(i)));
        }
        return elements;
    }
}
