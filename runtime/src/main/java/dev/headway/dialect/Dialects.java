package dev.headway.dialect;

import dev.headway.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;

/** The databases that Headway speaks to, by the product names that their drivers give. */
public final class Dialects {
    private static final Map<String, Dialect> BY_PRODUCT =
            Map.of("PostgreSQL", new PostgresDialect(), "H2", new H2Dialect());

    private Dialects() {}

    /**
     * Returns the dialect of the database at the other end of {@code connection}.
     *
     * @throws ConfigurationException if Headway does not know it
     * @throws SQLException if the driver does not tell what it is
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        Dialect dialect = BY_PRODUCT.get(product);
        if (dialect == null) {
            throw new ConfigurationException("Headway has no dialect for '" + product + "'; it speaks to "
                    + String.join(", ", new TreeSet<>(BY_PRODUCT.keySet())) + ".");
        }
        return dialect;
    }
}
