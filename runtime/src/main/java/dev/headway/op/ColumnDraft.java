package dev.headway.op;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A column that is being declared: says what follows its name and type. It may be null unless something else is said. */
public final class ColumnDraft {
    private final String name;
    private final ColumnType type;
    private final List<Supplier<Constraint>> constraints = new ArrayList<>();
    private boolean nullable = true;
    private boolean primaryKey;
    private @Nullable DefaultValue defaultValue;
    private @Nullable Identity identity;
    private @Nullable Generated generated;
    private @Nullable String collation;
    private @Nullable String comment;

    ColumnDraft(String name, ColumnType type) {
        this.name = name;
        this.type = type;
    }

    /** Refuses null. */
    public ColumnDraft notNull() {
        nullable = false;
        return this;
    }

    /** Lets the database number the rows, from 1 on, unless an insert brings a number. Implies {@link #notNull()}. */
    public ColumnDraft identity() {
        return identity(Identity.BY_DEFAULT);
    }

    /**
     * Lets the database number the rows, from 1 on; an insert may not bring a number, except on MariaDB, MySQL and SQLite,
     * which cannot forbid it. Implies {@link #notNull()}.
     */
    public ColumnDraft identityAlways() {
        return identity(new Identity(true, 1, 1));
    }

    /** Lets the database number the rows as {@code identity} says. Implies {@link #notNull()}. */
    public ColumnDraft identity(Identity identity) {
        this.identity = identity;
        return notNull();
    }

    /** Lets the database compute the column, when the row is written, by an expression in its SQL. */
    public ColumnDraft generatedAs(String expression) {
        generated = new Generated(expression, true);
        return this;
    }

    /** Lets the database compute the column, when the row is read, by an expression in its SQL. */
    public ColumnDraft generatedWhenReadAs(String expression) {
        generated = new Generated(expression, false);
        return this;
    }

    /** Makes the column part of the primary key. Implies {@link #notNull()}. */
    public ColumnDraft primaryKey() {
        primaryKey = true;
        return notNull();
    }

    /**
     * Says what an insert that names no value gives: a constant, {@code null}, {@link Sql#now()} or {@link Sql#raw}.
     *
     * @throws IllegalArgumentException if there is no constant of this kind
     */
    public ColumnDraft defaultsTo(@Nullable Object value) {
        defaultValue = DefaultValue.of(value);
        return this;
    }

    /** Says the order of the texts, by a name that the database knows. */
    public ColumnDraft collate(String collation) {
        this.collation = collation;
        return this;
    }

    /** Says what the column is for. */
    public ColumnDraft comment(String comment) {
        this.comment = comment;
        return this;
    }

    /** Lets no two rows share a value; the database names the constraint. */
    public ColumnDraft unique() {
        constraint(null).unique(name);
        return this;
    }

    /** Lets no two rows share a value, by a constraint of this name. */
    public ColumnDraft unique(String constraint) {
        constraint(constraint).unique(name);
        return this;
    }

    /** Lets a condition be not false for any row; the database names the constraint. */
    public ColumnDraft check(String condition) {
        constraint(null).check(condition);
        return this;
    }

    /** Lets a condition be not false for any row, by a constraint of this name. */
    public ColumnDraft check(String constraint, String condition) {
        constraint(constraint).check(condition);
        return this;
    }

    /** Makes the column point at a column of a table; the database names the foreign key. */
    public ColumnDraft references(String table, String column) {
        return references(table, column, key -> {});
    }

    /** Makes the column point at a column of a table, by a foreign key of which more is said. */
    public ColumnDraft references(String table, String column, Consumer<ForeignKeyDraft> more) {
        more.accept(constraint(null).foreignKey(name).references(table, column));
        return this;
    }

    private ConstraintKinds constraint(@Nullable String name) {
        return new ConstraintKinds(name, constraints::add);
    }

    boolean isPrimaryKey() {
        return primaryKey;
    }

    String name() {
        return name;
    }

    Column column() {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    /** Returns its constraints, but for a primary key, which may have other columns too. */
    List<Constraint> constraints() {
        return constraints.stream().map(Supplier::get).toList();
    }
}
