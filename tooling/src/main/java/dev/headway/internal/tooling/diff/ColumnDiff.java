package dev.headway.internal.tooling.diff;

import dev.headway.op.TableChange;
import dev.headway.op.TableChange.AlterColumn;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What separates two readings of one column.
 *
 * @param rules how the readings are compared
 * @param table the table
 * @param from what it is
 * @param to what it is to be
 */
record ColumnDiff(ReadingRules rules, String table, Column from, Column to) {

    String name() {
        return from.name();
    }

    boolean isDifferent() {
        return !from.equals(to);
    }

    /** Returns whether it is computed from now on, or no longer, or in another way: then it is dropped, and added again. */
    boolean isComputedOtherwise() {
        return !Objects.equals(from.generated(), to.generated());
    }

    boolean changesType() {
        return !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
    }

    boolean changesComment() {
        return !Objects.equals(from.comment(), to.comment());
    }

    /** Returns that its rows are no longer numbered, before a key may go that they need; empty if nothing changes about that. */
    Optional<TableChange> identityDropped() {
        return from.identity() != null && to.identity() == null
                ? Optional.of(alter(null, null, null, null, false, null, true))
                : Optional.empty();
    }

    /** Returns how its rows are numbered from now on, by a key that is there by now; empty if nothing changes about that. */
    Optional<TableChange> identityAdded() {
        return to.identity() != null && !to.identity().equals(from.identity())
                ? Optional.of(alter(null, null, null, null, false, to.identity(), false))
                : Optional.empty();
    }

    /** Returns what changes about its type, its default, and whether it may be null. */
    List<TableChange> changes() {
        List<TableChange> changes = new ArrayList<>();
        boolean replacesDefault = !Objects.equals(from.defaultValue(), to.defaultValue());
        boolean dropsDefaultFirst =
                from.defaultValue() != null && (to.defaultValue() == null ? replacesDefault : changesType());
        if (dropsDefaultFirst) {
            changes.add(alter(null, null, null, null, true, null, false));
        }
        @Nullable ColumnType type = changesType() ? to.type() : null;
        @Nullable Boolean nullable = from.nullable() == to.nullable() ? null : (Boolean) to.nullable();
        @Nullable DefaultValue value = replacesDefault || dropsDefaultFirst ? to.defaultValue() : null;
        if (type != null || nullable != null || value != null) {
            changes.add(alter(type, type == null ? null : using(), nullable, value, false, null, false));
        }
        return changes;
    }

    private AlterColumn alter(
            @Nullable ColumnType type,
            @Nullable String using,
            @Nullable Boolean nullable,
            @Nullable DefaultValue value,
            boolean dropsDefault,
            @Nullable Identity identity,
            boolean dropsIdentity) {
        boolean collates = type != null && !Objects.equals(from.collation(), to.collation());
        return new AlterColumn(
                table,
                from.name(),
                type,
                using,
                nullable,
                value,
                dropsDefault,
                identity,
                dropsIdentity,
                collates ? to.collation() : null,
                collates && to.collation() == null,
                from);
    }

    private @Nullable String using() {
        return from.type() instanceof Native before && to.type() instanceof Native after
                ? rules.database()
                        .conversion(rules.spelling().quote(name()), before.sql(), after.sql())
                        .orElse(null)
                : null;
    }
}
