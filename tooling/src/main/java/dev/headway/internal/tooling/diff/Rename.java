package dev.headway.internal.tooling.diff;

import dev.headway.error.CommandException;
import dev.headway.op.Operation;
import dev.headway.op.Operation.RenameTable;
import dev.headway.op.TableChange.RenameColumn;
import dev.headway.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The rename of a table or a column.
 *
 * @param table the table of the column; null if a table is renamed
 * @param from the old name
 * @param to the new name
 */
public record Rename(@Nullable String table, String from, String to) {

    /**
     * Parses {@code account.nick=nickname}, a column, or {@code account=customer}, a table.
     *
     * @throws CommandException if the text is neither
     */
    public static Rename parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new CommandException(
                    "'" + text + "' is no rename. Nothing was written. Write account.nick=nickname for a"
                            + " column, or account=customer for a table.");
        }
        String old = text.substring(0, equals);
        String to = text.substring(equals + 1);
        int dot = lastDot(old);
        return dot < 0
                ? new Rename(null, old, to)
                : new Rename(
                        normalized(old.substring(0, dot)),
                        QualifiedName.parse(old.substring(dot + 1)).name(),
                        to);
    }

    /** Returns the index of the last dot outside quotes. */
    private static int lastDot(String name) {
        int last = -1;
        boolean isQuoted = false;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '"') {
                isQuoted = !isQuoted;
            } else if (name.charAt(i) == '.' && !isQuoted) {
                last = i;
            }
        }
        return last;
    }

    private static String normalized(String table) {
        QualifiedName name = QualifiedName.parse(table);
        return (name.schema() == null ? "" : QualifiedName.literally(name.schema()) + ".")
                + QualifiedName.literally(name.name());
    }

    /** Returns the rename as it is written on the command line. */
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
