package dev.headway.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement, ready to run.
 *
 * @param sql the statement without a terminator
 * @param arguments what stands for its {@code ?}; where there are none, a {@code ?} is no placeholder
 * @param transactional whether it can run inside a transaction
 */
public record SqlStatement(String sql, List<@Nullable Object> arguments, boolean transactional) {

    /** Returns a statement without arguments that can run inside a transaction. */
    public static SqlStatement of(String sql) {
        return new SqlStatement(sql, List.of(), true);
    }
}
