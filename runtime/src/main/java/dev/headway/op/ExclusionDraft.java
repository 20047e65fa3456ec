package dev.headway.op;

import dev.headway.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint that is being declared.
 *
 * @since 0.1
 */
public final class ExclusionDraft extends DeferrableDraft<ExclusionDraft> implements ExclusionElements {
    private static final String USUAL_METHOD = "gist";

    private final @Nullable String name;
    private final List<Constraint.Exclusion.Element> elements = new ArrayList<>();
    private @Nullable String method;
    private @Nullable String where;

    ExclusionDraft(@Nullable String name) {
        this.name = name;
    }

    @Override
    public ExclusionDraft with(String expression, String operator) {
        elements.add(new Constraint.Exclusion.Element(expression, operator));
        return this;
    }

    /** Sets the index method; {@code gist} by default. */
    public ExclusionDraft using(String method) {
        this.method = Once.set("using(…)", this.method, method);
        return this;
    }

    /** Limits the constraint to rows for which a condition is true. */
    public ExclusionDraft where(String condition) {
        where = Once.set("where(…)", where, condition);
        return this;
    }

    @Override
    ExclusionDraft self() {
        return this;
    }

    @Override
    Constraint constraint() {
        return new Constraint.Exclusion(name, method == null ? USUAL_METHOD : method, elements, where, deferral());
    }
}
