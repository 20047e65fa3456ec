package dev.headway.op;

import dev.headway.schema.Constraint;
import dev.headway.schema.Deferral;
import dev.headway.schema.ReferentialAction;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A foreign key that is being declared. */
public final class ForeignKeyDraft implements Supplier<Constraint> {
    private final List<String> columns;
    private @Nullable String name;
    private @Nullable String table;
    private List<String> referenced = List.of();
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;
    private boolean validated = true;

    ForeignKeyDraft(@Nullable String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** Says where it points: to as many columns as it has itself. */
    public ForeignKeyDraft references(String table, String... columns) {
        this.table = table;
        referenced = List.of(columns);
        return this;
    }

    /** Names it, where it has no name yet. */
    public ForeignKeyDraft named(String name) {
        this.name = name;
        return this;
    }

    /** Says what becomes of rows that point at one that is deleted. */
    public ForeignKeyDraft onDelete(ReferentialAction action) {
        onDelete = action;
        return this;
    }

    /** Says what becomes of rows that point at one whose key changes. */
    public ForeignKeyDraft onUpdate(ReferentialAction action) {
        onUpdate = action;
        return this;
    }

    /** Lets a transaction ask for the check to come at its end. */
    public ForeignKeyDraft deferrable() {
        deferral = Deferral.DEFERRABLE;
        return this;
    }

    /** Lets the check come at the end of the transaction. */
    public ForeignKeyDraft initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    /**
     * Does not look at the rows that are there; {@link Operations#validateConstraint} does so later. Databases that cannot
     * look later look at once.
     */
    public ForeignKeyDraft notValid() {
        validated = false;
        return this;
    }

    /**
     * Returns what was declared.
     *
     * @throws IllegalArgumentException if it was not said where it points
     */
    @Override
    public Constraint get() {
        if (table == null) {
            throw new IllegalArgumentException(
                    "The foreign key on " + columns + " points nowhere: say .references(\"table\", \"column\")");
        }
        return new Constraint.ForeignKey(name, columns, table, referenced, onDelete, onUpdate, deferral, validated);
    }
}
