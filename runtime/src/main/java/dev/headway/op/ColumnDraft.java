package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column that is being declared: says what follows its name and type. It may be null unless something else is said. */
public final class ColumnDraft {
    private final String name;
    private final ColumnType type;
    private final List<Constraint> constraints = new ArrayList<>();
    private boolean nullable = true;
    private boolean identity;
    private boolean primaryKey;
    private @Nullable DefaultValue defaultValue;

    ColumnDraft(String name, ColumnType type) {
        this.name = name;
        this.type = type;
    }

    /** Refuses null. */
    public ColumnDraft notNull() {
        nullable = false;
        return this;
    }

    /** Lets the database number the rows. Implies {@link #notNull()}. */
    public ColumnDraft identity() {
        identity = true;
        return notNull();
    }

    /** Makes the column part of the primary key. Implies {@link #notNull()}. */
    public ColumnDraft primaryKey() {
        primaryKey = true;
        return notNull();
    }

    /** Says what an insert that names no value gives, for instance {@link Sql#now()}. */
    public ColumnDraft defaultsTo(DefaultValue value) {
        defaultValue = value;
        return this;
    }

    /** Says what an insert that names no value gives. */
    public ColumnDraft defaultsTo(String value) {
        return defaultsTo(new DefaultValue.Literal(value));
    }

    /** Says what an insert that names no value gives. */
    public ColumnDraft defaultsTo(Number value) {
        return defaultsTo(new DefaultValue.Literal(value));
    }

    /** Says what an insert that names no value gives. */
    public ColumnDraft defaultsTo(boolean value) {
        return defaultsTo(new DefaultValue.Literal(value));
    }

    /** Lets no two rows share a value; the database names the constraint. */
    public ColumnDraft unique() {
        constraints.add(new Constraint.Unique(null, List.of(name)));
        return this;
    }

    /** Lets no two rows share a value, by a constraint of this name. */
    public ColumnDraft unique(String constraint) {
        constraints.add(new Constraint.Unique(constraint, List.of(name)));
        return this;
    }

    /** Makes the column point at a column of a table; the database names the foreign key. */
    public ColumnDraft references(String table, String column) {
        constraints.add(new Constraint.ForeignKey(null, List.of(name), table, List.of(column)));
        return this;
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    String name() {
        return name;
    }

    Column column() {
        return new Column(name, type, nullable, identity, defaultValue);
    }

    List<Constraint> constraints() {
        return constraints;
    }
}
