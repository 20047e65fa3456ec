package dev.headway.sql;

import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.database.Version;
import java.util.List;

/** The syntax of each supported database, by its name. */
record TestSyntax(String name, SqlSyntax syntax) {
    static final SqlSyntax POSTGRESQL = of("PostgreSQL");
    static final SqlSyntax MARIADB = of("MariaDB");
    static final SqlSyntax MYSQL = of("MySQL");
    static final SqlSyntax SQLITE = of("SQLite");

    static List<TestSyntax> all() {
        return Databases.all().stream()
                .map(type -> new TestSyntax(type.database().name(), syntax(type)))
                .toList();
    }

    static SqlSyntax of(String name) {
        return all().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow()
                .syntax();
    }

    private static SqlSyntax syntax(DatabaseType type) {
        return type.dialect(Version.LATEST).syntax();
    }

    @Override
    public String toString() {
        return name;
    }
}
