package dev.headway.internal.tooling.diff;

import dev.headway.error.CommandException;
import dev.headway.op.Operation;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What has another name in the other schema.
 *
 * @param table the table whose column it is; null if it is a table itself
 * @param from its name
 * @param to its name in the other schema
 */
public record Rename(@Nullable String table, String from, String to) {

    /**
     * Reads {@code account.nick=nickname}, a column, or {@code account=customer}, a table.
     *
     * @throws CommandException if it is neither
     */
    public static Rename parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new CommandException("'" + text + "' does not say what was renamed: write account.nick=nickname for"
                    + " a column, account=customer for a table. Nothing was written.");
        }
        QualifiedName old = QualifiedName.parse(text.substring(0, equals));
        String to = text.substring(equals + 1);
        return old.schema() == null
                ? new Rename(null, text.substring(0, equals), to)
                : new Rename(QualifiedName.literally(old.schema()), old.name(), to);
    }

    /** Returns this as somebody would say it. */
    public String written() {
        return (table == null ? "" : table + ".") + from + "=" + to;
    }

    Operation operation() {
        return table == null ? new RenameTable(from, to) : new RenameColumn(table, from, to);
    }

    Rename reversed() {
        return new Rename(table, to, from);
    }
}
