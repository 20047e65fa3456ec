package dev.headway.op;

import dev.headway.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets the type of a column that is being declared.
 *
 * @since 0.1
 */
public final class ColumnTypes extends TypeChoice<DeclaredColumn<?>, NumberColumn<?>, TextColumn<?>, ColumnDraft> {
    private final String name;
    private final List<ColumnDraft> drafts = new ArrayList<>();

    private ColumnTypes(String name) {
        this.name = name;
    }

    static ColumnTypes begin(String name, List<ColumnTypes> begun) {
        ColumnTypes types = new ColumnTypes(name);
        begun.add(types);
        return types;
    }

    /**
     * Returns the columns that were declared with this name.
     *
     * @throws IllegalArgumentException if there are none
     */
    List<ColumnDraft> drafts(String table) {
        if (drafts.isEmpty()) {
            throw new IllegalArgumentException("Column '" + name + "' of table '" + table
                    + "' has no type: specify one after the name, such as varchar(20)");
        }
        return drafts;
    }

    @Override
    public ColumnDraft of(ColumnType type) {
        ColumnDraft draft = new ColumnDraft(name, type);
        drafts.add(draft);
        return draft;
    }

    @Override
    DeclaredColumn<?> ofPlain(ColumnType type) {
        return of(type);
    }

    @Override
    NumberColumn<?> ofNumber(ColumnType type) {
        return of(type);
    }

    @Override
    TextColumn<?> ofText(ColumnType type) {
        return of(type);
    }
}
