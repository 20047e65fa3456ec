package dev.headway.database;

import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.Identity;
import dev.headway.schema.LiveSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is ready to run.
 *
 * @param sql the statement without a terminator
 * @param rows the arguments for its {@code ?}, one list for each execution; if empty, the statement runs once, and a {@code ?}
 *     isn't a placeholder
 * @param transactional whether it can run inside a transaction
 * @param forSession whether it only changes the session, so that a resumed step must run it again
 * @param settings what the session is set to while it runs
 * @param batches how it runs in batches; null if it runs once
 * @param effect by which the schema shows that the statement was executed; null if only the answer to executing it again can
 * @param journalKey the text by which a resumed step recognizes the statement. It is {@code sql}, unless that depends on the
 *     current schema and so may differ when the step resumes
 * @param secret whether no message may show the statement
 * @since 0.1
 */
public record SqlStatement(
        String sql,
        List<List<@Nullable Object>> rows,
        boolean transactional,
        boolean forSession,
        List<TemporarySetting> settings,
        @Nullable Batches batches,
        @Nullable Effect effect,
        String journalKey,
        boolean secret) {

    /**
     * The effect of a statement, by which the schema shows that it was executed. Executing it again would not show that, or would
     * change something twice.
     */
    public sealed interface Effect {
        /**
         * Returns whether the schema shows the effect.
         *
         * @param source how migrations declare what is in {@code live}
         */
        boolean isIn(LiveSchema live, SourceRules source);

        /**
         * Returns whether the schema shows that the statement was not executed.
         *
         * @param source how migrations declare what is in {@code live}
         */
        boolean isMissingIn(LiveSchema live, SourceRules source);
    }

    /**
     * A column that has changed.
     *
     * @param table the table
     * @param column the column
     * @param from the type before; null if the type does not change
     * @param type the new type, which differs from the one before; null if the type does not change
     * @param identity how the database numbers the rows now; null if that does not change
     */
    public record AlteredColumn(
            String table,
            String column,
            @Nullable ColumnType from,
            @Nullable ColumnType type,
            @Nullable Identity identity)
            implements Effect {
        @Override
        public boolean isIn(LiveSchema live, SourceRules source) {
            return is(live, source, type, identity);
        }

        @Override
        public boolean isMissingIn(LiveSchema live, SourceRules source) {
            return is(live, source, from, null);
        }

        private boolean is(
                LiveSchema live, SourceRules source, @Nullable ColumnType type, @Nullable Identity identity) {
            return live.table(table)
                    .flatMap(found -> found.column(column))
                    .filter(found -> type == null
                            || type.equals(source.portableType(found).orElse(found.type())))
                    .filter(found -> identity == null || identity.equals(found.identity()))
                    .isPresent();
        }
    }

    /**
     * A constraint without a name, on a column that the previous statement added.
     *
     * @param table the table
     * @param column the column
     * @param constraint the constraint
     */
    public record UnnamedConstraint(String table, String column, Constraint constraint) implements Effect {
        /** Returns whether the constraint exists. Since the column is new, any constraint of its kind on the column is this one. */
        @Override
        public boolean isIn(LiveSchema live, SourceRules source) {
            return live.table(table).stream()
                    .flatMap(found -> found.constraints().stream())
                    .anyMatch(found -> found.getClass() == constraint.getClass() && concerns(found));
        }

        @Override
        public boolean isMissingIn(LiveSchema live, SourceRules source) {
            return !isIn(live, source);
        }

        private boolean concerns(Constraint found) {
            return found instanceof Constraint.Check check
                    ? check.condition().toLowerCase(Locale.ROOT).contains(column.toLowerCase(Locale.ROOT))
                    : found.columns().equals(List.of(column));
        }
    }

    /** Creates a statement that runs without batches. */
    public SqlStatement(String sql, List<List<@Nullable Object>> rows, boolean transactional, boolean forSession) {
        this(sql, rows, transactional, forSession, List.of(), null, null, sql, false);
    }

    /** Returns a statement without arguments that can run inside a transaction. */
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, List.of(), true, false);
    }

    /** Returns this statement as one that must run outside a transaction. */
    public SqlStatement outsideTransaction() {
        return new SqlStatement(sql, rows, false, forSession, settings, batches, effect, journalKey, secret);
    }

    /** Returns this statement with what {@code bound} returns for each argument that isn't null. */
    public SqlStatement withArguments(UnaryOperator<Object> bound) {
        List<List<@Nullable Object>> rows =
                this.rows.stream().map(row -> bound(row, bound)).toList();
        return new SqlStatement(sql, rows, transactional, forSession, settings, batches, effect, journalKey, secret);
    }

    /** Keeps the row if nothing changes: a second copy of many rows would need much memory. */
    private static List<@Nullable Object> bound(List<@Nullable Object> row, UnaryOperator<Object> bound) {
        List<@Nullable Object> values = new ArrayList<>(row.size());
        boolean same = true;
        for (@Nullable Object value : row) {
            @Nullable Object changed = value == null ? null : bound.apply(value);
            same &= changed == value;
            values.add(changed);
        }
        return same ? row : Collections.unmodifiableList(values);
    }

    /** Returns this statement as one during which the session has this setting. */
    public SqlStatement with(TemporarySetting setting) {
        List<TemporarySetting> settings = new ArrayList<>(this.settings);
        settings.add(setting);
        return new SqlStatement(
                sql, rows, transactional, forSession, List.copyOf(settings), batches, effect, journalKey, secret);
    }

    /** Returns the statements that run before this one, to change the settings of the session. */
    public List<String> settingStatements() {
        return settings.stream().map(TemporarySetting::set).toList();
    }

    /** Returns the statements that run after this one, to set the settings back, the last one first. */
    public List<String> resettingStatements() {
        List<String> resets = new ArrayList<>();
        settings.forEach(setting -> resets.add(0, setting.reset()));
        return resets;
    }

    /** Returns this statement as one that runs in batches. */
    public SqlStatement inBatches(Batches batches) {
        return new SqlStatement(sql, rows, transactional, forSession, settings, batches, effect, journalKey, secret);
    }

    /**
     * Returns this statement with another journal key. Use it if the SQL depends on the current schema: the key must be the
     * same when the step resumes, for example the operation as text.
     */
    public SqlStatement journaledAs(String journalKey) {
        return new SqlStatement(sql, rows, transactional, forSession, settings, batches, effect, journalKey, secret);
    }

    /** Returns this statement as one with an effect that the schema shows. */
    public SqlStatement withEffect(Effect effect) {
        return new SqlStatement(sql, rows, transactional, forSession, settings, batches, effect, journalKey, secret);
    }

    /** Returns this statement as one that no message may show. */
    public SqlStatement asSecret() {
        return new SqlStatement(sql, rows, transactional, forSession, settings, batches, effect, journalKey, true);
    }
}
