package dev.headway.hibernate;

import dev.headway.TargetSchema;
import dev.headway.error.CommandException;
import dev.headway.op.Operations;
import jakarta.persistence.Persistence;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate would create for the entities of an application, as what the database is to be like. Name a class in
 * {@code headway.target} that builds it:
 *
 * <pre>{@code
 * public final class Model implements TargetSchema {
 *     public void build(Operations op) throws Exception {
 *         HibernateTarget.ofPackages("com.acme.shop").build(op);
 *     }
 * }
 * }</pre>
 *
 * <p>Hibernate's own tool writes the statements, with the naming strategy that is set and for the database that is asked, so
 * what is compared is what {@code hibernate.hbm2ddl.auto=create} would make. It connects to nothing.
 */
public final class HibernateTarget implements TargetSchema {
    private final @Nullable String unit;
    private final List<Class<?>> classes;
    private final Map<String, Object> settings;

    private HibernateTarget(@Nullable String unit, List<Class<?>> classes, Map<String, Object> settings) {
        this.unit = unit;
        this.classes = List.copyOf(classes);
        this.settings = Map.copyOf(settings);
    }

    /** Takes the entities of a persistence unit of {@code META-INF/persistence.xml}, and its settings. */
    public static HibernateTarget ofUnit(String name) {
        return new HibernateTarget(name, List.of(), Map.of());
    }

    /** Takes these entities, embeddables, mapped superclasses and converters. */
    public static HibernateTarget ofClasses(Class<?>... classes) {
        return new HibernateTarget(null, List.of(classes), Map.of());
    }

    /**
     * Takes the entities, embeddables, mapped superclasses and converters of these packages and those below.
     *
     * @throws CommandException if there are none on the class path
     */
    public static HibernateTarget ofPackages(String... names) {
        List<Class<?>> found = new ArrayList<>();
        for (String name : names) {
            found.addAll(new PackageScan(name).managedClasses());
        }
        if (found.isEmpty()) {
            throw new CommandException("There are no entities in " + String.join(", ", names)
                    + " on the class path. Nothing was compared. Compile them first, or correct the package name.");
        }
        return new HibernateTarget(null, found, Map.of());
    }

    /** Returns this with a setting of Hibernate, such as {@code hibernate.physical_naming_strategy}. */
    public HibernateTarget with(String setting, Object value) {
        Map<String, Object> more = new HashMap<>(settings);
        more.put(setting, value);
        return new HibernateTarget(unit, classes, more);
    }

    @Override
    public void build(Operations op) throws SQLException {
        Connection connection = op.handle().getConnection();
        StringWriter script = new StringWriter();
        Map<String, Object> all = settings(connection.getMetaData(), script);
        if (unit == null) {
            write(all);
        } else {
            Persistence.generateSchema(unit, all);
        }
        op.executeAll(script.toString());
    }

    private Map<String, Object> settings(DatabaseMetaData database, StringWriter script) throws SQLException {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_ACTION, "create");
        all.put(SchemaToolingSettings.JAKARTA_HBM2DDL_SCRIPTS_CREATE_TARGET, script);
        all.put(SchemaToolingSettings.JAKARTA_HBM2DDL_DATABASE_ACTION, "none");
        all.put(SchemaToolingSettings.HBM2DDL_DELIMITER, ";");
        all.put(JdbcSettings.ALLOW_METADATA_ON_BOOT, false);
        all.put(JdbcSettings.JAKARTA_HBM2DDL_DB_NAME, database.getDatabaseProductName());
        all.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION, String.valueOf(database.getDatabaseMajorVersion()));
        all.put(JdbcSettings.JAKARTA_HBM2DDL_DB_MINOR_VERSION, String.valueOf(database.getDatabaseMinorVersion()));
        all.put(JdbcSettings.JAKARTA_HBM2DDL_DB_VERSION, database.getDatabaseProductVersion());
        return all;
    }

    private void write(Map<String, Object> all) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .applySettings(all)
                .build()) {
            MetadataSources sources = new MetadataSources(registry);
            classes.forEach(sources::addAnnotatedClass);
            SchemaManagementToolCoordinator.process(sources.buildMetadata(), registry, all, action -> {});
        }
    }
}
