package dev.headway.dialect;

import dev.headway.op.Operation;
import dev.headway.op.Operation.AddColumn;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.CreateTable;
import dev.headway.op.Operation.DropColumn;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Operation.DropTable;
import dev.headway.op.Operation.Execute;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Index;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Standard SQL, and the hooks by which one database departs from it. Reading a subclass from top to bottom is reading the
 * list of that database's peculiarities.
 */
public abstract class Dialect {
    private final Rendering rendering = new Rendering();
    private final Set<String> reserved;

    /** Makes a dialect in which the {@code reserved} words, in lower case, are no names unless they are quoted. */
    protected Dialect(Set<String> reserved) {
        this.reserved = Set.copyOf(reserved);
    }

    /** Returns the name of the database, for messages. */
    public abstract String name();

    /**
     * Returns a query that tries to take the lock that one upgrader holds, and waits for nothing: it answers with one row
     * if the lock is taken. The lock lasts until the transaction ends, or the connection dies.
     */
    public abstract String tryLock();

    /** Returns what must run once, so that {@link #tryLock} can. */
    public List<String> prepareLock() {
        return List.of();
    }

    /** Returns what must run first in the transaction of the lock, before {@link #tryLock}. */
    public List<String> openLock() {
        return List.of();
    }

    /** Returns what must run in the transaction of the lock once it is taken, so that it lasts and is in nobody's way. */
    public List<String> keepLock() {
        return List.of();
    }

    /** Returns whether a transaction that is rolled back takes its DDL with it. */
    public abstract boolean transactionalDdl();

    /** Returns the statements that carry out an operation, in order. */
    public final List<SqlStatement> render(Operation operation) {
        return operation.accept(rendering);
    }

    /** Returns a name as it stands in SQL: quoted if it is reserved, or would not be read back as it is written. */
    public String quote(String name) {
        return isRegular(name) && !reserved.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isRegular(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Returns a portable type without parameters in SQL. */
    protected String type(ColumnType.Plain type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case TEXT -> "character large object";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamp with time zone";
            case UUID -> "uuid";
            case JSON -> "json";
            case BINARY -> "binary large object";
        };
    }

    /** Returns a text in SQL, as a value of a column of this type. */
    protected String literal(String text, ColumnType type) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Returns the word that keeps a table writable while one of its indexes is made; empty where there is none. */
    protected String concurrently() {
        return "";
    }

    private String type(ColumnType type) {
        if (type instanceof ColumnType.Plain plain) {
            return type(plain);
        } else if (type instanceof ColumnType.Varchar varchar) {
            return "varchar(" + varchar.length() + ")";
        } else if (type instanceof ColumnType.Char character) {
            return "char(" + character.length() + ")";
        } else if (type instanceof ColumnType.Decimal decimal) {
            return "decimal(" + decimal.precision() + ", " + decimal.scale() + ")";
        }
        return ((ColumnType.Native) type).sql();
    }

    private String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Literal literal) {
            return literal(literal.value(), type);
        } else if (value instanceof DefaultValue.Expression expression) {
            return expression.sql();
        }
        return "CURRENT_TIMESTAMP";
    }

    private String literal(Object value, ColumnType type) {
        if (value instanceof String text) {
            return literal(text, type);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private String column(Column column) {
        StringBuilder sql = new StringBuilder(quote(column.name()) + " " + type(column.type()));
        if (column.identity()) {
            sql.append(" GENERATED BY DEFAULT AS IDENTITY");
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultValue(column.defaultValue(), column.type()));
        }
        return sql.append(column.nullable() ? "" : " NOT NULL").toString();
    }

    private String constraint(Constraint constraint) {
        String named = constraint.name() == null ? "" : "CONSTRAINT " + quote(constraint.name()) + " ";
        String columns = names(constraint.columns());
        if (constraint instanceof Constraint.PrimaryKey) {
            return named + "PRIMARY KEY " + columns;
        } else if (constraint instanceof Constraint.Unique) {
            return named + "UNIQUE " + columns;
        }
        Constraint.ForeignKey key = (Constraint.ForeignKey) constraint;
        return named + "FOREIGN KEY " + columns + " REFERENCES " + quote(key.table()) + " " + names(key.referenced());
    }

    private String names(List<String> names) {
        return "(" + String.join(", ", names.stream().map(this::quote).toList()) + ")";
    }

    private String alter(String table, String change) {
        return "ALTER TABLE " + quote(table) + " " + change;
    }

    /** The operations, each by what the hooks say. */
    private final class Rendering implements Operation.Visitor<List<SqlStatement>> {

        @Override
        public List<SqlStatement> createTable(CreateTable operation) {
            List<String> lines = new ArrayList<>();
            operation.table().columns().forEach(column -> lines.add(column(column)));
            operation.table().constraints().forEach(constraint -> lines.add(constraint(constraint)));
            return statement("CREATE TABLE " + (operation.ifNotExists() ? "IF NOT EXISTS " : "")
                    + quote(operation.table().name()) + " (\n  " + String.join(",\n  ", lines) + "\n)");
        }

        @Override
        public List<SqlStatement> dropTable(DropTable operation) {
            return statement("DROP TABLE " + quote(operation.name()));
        }

        @Override
        public List<SqlStatement> addColumn(AddColumn operation) {
            List<SqlStatement> statements = new ArrayList<>();
            statements.add(SqlStatement.of(alter(operation.table(), "ADD COLUMN " + column(operation.column()))));
            for (Constraint constraint : operation.constraints()) {
                statements.add(SqlStatement.of(alter(operation.table(), "ADD " + constraint(constraint))));
            }
            return statements;
        }

        @Override
        public List<SqlStatement> dropColumn(DropColumn operation) {
            return statement(alter(operation.table(), "DROP COLUMN " + quote(operation.name())));
        }

        @Override
        public List<SqlStatement> createIndex(CreateIndex operation) {
            Index index = operation.index();
            return indexStatement(
                    index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ",
                    operation.concurrently(),
                    quote(index.name()) + " ON " + quote(index.table()) + " " + names(index.columns()));
        }

        @Override
        public List<SqlStatement> dropIndex(DropIndex operation) {
            return indexStatement("DROP INDEX ", operation.concurrently(), quote(operation.name()));
        }

        @Override
        public List<SqlStatement> execute(Execute operation) {
            return List.of(new SqlStatement(operation.sql(), operation.arguments(), true));
        }

        private List<SqlStatement> indexStatement(String verb, boolean wantsConcurrently, String rest) {
            String how = wantsConcurrently ? concurrently() : "";
            return List.of(new SqlStatement(verb + how + (how.isEmpty() ? "" : " ") + rest, List.of(), how.isEmpty()));
        }

        private static List<SqlStatement> statement(String sql) {
            return List.of(SqlStatement.of(sql));
        }
    }
}
