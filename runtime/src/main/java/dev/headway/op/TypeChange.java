package dev.headway.op;

/**
 * A change of a column that sets its type.
 *
 * @since 0.1
 */
public final class TypeChange extends ColumnChangeOptions<TypeChange> {
    TypeChange(ColumnAlteration alteration) {
        super(alteration);
    }

    /**
     * Sets the expression that converts existing values to the new type, if the database can't convert them itself
     * (PostgreSQL: {@code USING}).
     */
    public TypeChange using(String expression) {
        alteration.using = Once.set("using(…)", alteration.using, expression);
        return this;
    }

    /** Sets the collation by its name in the database. */
    public TypeChange collate(String collation) {
        alteration.collation = Once.set("collate(…)", alteration.collation, collation);
        return this;
    }

    /** Restores the default collation. */
    public TypeChange noCollation() {
        alteration.dropsCollation = true;
        return this;
    }

    @Override
    TypeChange self() {
        return this;
    }
}
