package dev.headway.op;

import dev.headway.schema.Constraint;
import dev.headway.schema.Deferral;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An exclusion constraint that is being declared. */
public final class ExclusionDraft implements Supplier<Constraint> {
    private final @Nullable String name;
    private final List<Constraint.Exclusion.Element> elements = new ArrayList<>();
    private String method = "gist";
    private @Nullable String where;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    ExclusionDraft(@Nullable String name) {
        this.name = name;
    }

    /** Compares a column or an expression by an operator, as in {@code with("during", "&&")}. */
    public ExclusionDraft with(String expression, String operator) {
        elements.add(new Constraint.Exclusion.Element(expression, operator));
        return this;
    }

    /** Says the kind of index that finds such rows; {@code gist} unless it is said. */
    public ExclusionDraft using(String method) {
        this.method = method;
        return this;
    }

    /** Says which rows it concerns. */
    public ExclusionDraft where(String condition) {
        where = condition;
        return this;
    }

    /** Lets a transaction ask for the check to come at its end. */
    public ExclusionDraft deferrable() {
        deferral = Deferral.DEFERRABLE;
        return this;
    }

    /** Lets the check come at the end of the transaction. */
    public ExclusionDraft initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    /** Returns what was declared. */
    @Override
    public Constraint get() {
        return new Constraint.Exclusion(name, method, elements, where, deferral);
    }
}
