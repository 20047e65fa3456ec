package dev.headway.op;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key that is being declared for a table that may have rows.
 *
 * @since 0.1
 */
public final class ForeignKeyDraft extends ForeignKeyOptions<ForeignKeyDraft> {
    private final @Nullable String name;
    private boolean validated = true;

    ForeignKeyDraft(@Nullable String name, List<String> columns) {
        super(columns);
        this.name = name;
    }

    /**
     * Doesn't check existing rows; {@link Operations#validateConstraint} checks them later. A database that can't check
     * them later checks them at once.
     */
    public ForeignKeyDraft notValid() {
        validated = false;
        return this;
    }

    @Override
    @Nullable
    String name() {
        return name;
    }

    @Override
    boolean isValidated() {
        return validated;
    }

    @Override
    ForeignKeyDraft self() {
        return this;
    }
}
