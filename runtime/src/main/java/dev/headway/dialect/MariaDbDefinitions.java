package dev.headway.dialect;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.Identity;
import dev.headway.schema.Index;
import dev.headway.schema.QualifiedName;
import java.util.regex.Pattern;

/** MariaDB's and MySQL's definitions. */
final class MariaDbDefinitions extends Definitions {
    private static final Pattern PREFIX_OF_COLUMN = Pattern.compile("[\\w$`]+\\(\\d+\\)");

    private final MariaDbDialect dialect;

    MariaDbDefinitions(MariaDbDialect dialect) {
        super(dialect);
        this.dialect = dialect;
    }

    @Override
    String of(Column column) {
        return super.of(column) + (column.comment() == null ? "" : " COMMENT " + dialect.literal(column.comment()));
    }

    /** A timestamp is not null unless something else is said, as servers may be configured. */
    @Override
    String nullable(Column column) {
        boolean timestamp = column.type() == Plain.TIMESTAMPTZ
                || (column.type() instanceof ColumnType.Native type
                        && type.sql().startsWith("timestamp"));
        return timestamp && column.generated() == null ? " NULL" : "";
    }

    @Override
    String identity(Identity identity) {
        if (identity.increment() != 1) {
            throw dialect.refusal("numbers rows one by one");
        }
        return "AUTO_INCREMENT";
    }

    @Override
    String of(Index index) {
        String method = index.method() == null ? "" : " USING " + index.method();
        Index plain = new Index(
                index.name(),
                index.table(),
                index.keys(),
                index.unique(),
                null,
                index.included(),
                index.where(),
                index.nullsNotDistinct());
        String name = dialect.quote(QualifiedName.parse(index.name()).name());
        return name
                + method
                + super.of(plain).substring(dialect.qualified(index.name()).length());
    }

    @Override
    String key(Index.Key key) {
        if (key.nulls() != null) {
            throw dialect.refusal("takes nulls for the smallest values of an index");
        }
        return super.key(key);
    }

    /** The beginning of a column, {@code text(20)}, is no expression, and needed to index a long text. */
    @Override
    String expression(Index.Key key) {
        if (PREFIX_OF_COLUMN.matcher(key.text()).matches()) {
            return key.text();
        }
        return dialect.isMySql() ? "(" + key.text() + ")" : super.expression(key);
    }
}
