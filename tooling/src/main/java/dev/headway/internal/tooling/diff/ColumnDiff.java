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
 * The differences between two readings of a column.
 *
 * @param rules how the readings are compared
 * @param table the table
 * @param from the first reading
 * @param to the second reading
 */
record ColumnDiff(ReadingRules rules, String table, Column from, Column to) {

    String name() {
        return from.name();
    }

    boolean isDifferent() {
        return !from.equals(to);
    }

    /** Returns whether the generation expression changes, which requires dropping the column and adding it again. */
    boolean changesGeneration() {
        return !Objects.equals(from.generated(), to.generated());
    }

    boolean changesType() {
        return !from.type().equals(to.type()) || !Objects.equals(from.collation(), to.collation());
    }

    boolean changesComment() {
        return !Objects.equals(from.comment(), to.comment());
    }

    /** Returns the change that removes the identity, which must precede dropping its key; empty if it stays. */
    Optional<TableChange> identityDropped() {
        return from.identity() != null && to.identity() == null
                ? Optional.of(alter(null, null, null, null, false, null, true))
                : Optional.empty();
    }

    /** Returns the change that adds the identity, which must follow adding its key; empty if it stays. */
    Optional<TableChange> identityAdded() {
        return to.identity() != null && !to.identity().equals(from.identity())
                ? Optional.of(alter(null, null, null, null, false, to.identity(), false))
                : Optional.empty();
    }

    /** Returns the changes of type, default and nullability. */
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
