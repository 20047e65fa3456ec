package dev.headway.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A history of small revisions, in the form that each contender takes. Of three, the first makes a table, the second adds a
 * column to it, the third an index.
 */
public final class GeneratedRevisions {
    private static final int PER_CLASS = 250;

    private GeneratedRevisions() {}

    /** Returns the id of a revision. */
    public static String id(int number) {
        return "r" + (100_000 + number);
    }

    /** Returns what a revision does. */
    public static String sql(int number) {
        String table = table(number);
        return switch (number % 3) {
            case 0 -> "CREATE TABLE " + table + " (id bigint NOT NULL, name varchar(100) NOT NULL, PRIMARY KEY (id))";
            case 1 -> "ALTER TABLE " + table + " ADD COLUMN note varchar(200)";
            default -> "CREATE INDEX ix_" + table + " ON " + table + " (name)";
        };
    }

    private static String table(int number) {
        return "t" + number / 3;
    }

    /** Writes the history as classes for Headway, as nested classes of a few files. */
    static void writeClasses(Path folder, int count) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("history"));
        for (int from = 0; from < count; from += PER_CLASS) {
            StringBuilder source = new StringBuilder("package history;\nimport dev.headway.*;\n"
                    + "import dev.headway.op.*;\npublic final class " + outer(from) + " {\n");
            for (int i = from; i < Math.min(count, from + PER_CLASS); i++) {
                source.append(source(i));
            }
            Files.writeString(sources.resolve(outer(from) + ".java"), source.append("}\n"));
        }
    }

    private static String outer(int number) {
        return "Part" + (1_000 + number / PER_CLASS);
    }

    private static String source(int number) {
        String down = number == 0 ? "" : "down = " + outer(number - 1) + ".R" + (number - 1) + ".class, ";
        return "@Revision(id = \"" + id(number) + "\", " + down + "message = \"revision " + number + "\")\n"
                + "public static final class R" + number + " implements Migration {\n"
                + "@Override public void upgrade(Operations op) {\n" + operations(number) + "}\n}\n";
    }

    private static String operations(int number) {
        String table = '"' + table(number) + '"';
        return switch (number % 3) {
            case 0 ->
                "op.createTable(" + table + ", t -> {\nt.bigint(\"id\").notNull().primaryKey();\n"
                        + "t.varchar(\"name\", 100).notNull();\n});\n";
            case 1 -> "op.addColumn(" + table + ", c -> c.varchar(\"note\", 200));\n";
            default -> "op.createIndex(\"ix_" + table(number) + "\", " + table + ", \"name\");\n";
        };
    }

    /** Writes the history as SQL files for Flyway. */
    static void writeFiles(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Files.writeString(folder.resolve("V" + (i + 1) + "__revision_" + i + ".sql"), sql(i) + ";\n");
        }
    }

    /** Writes the history as one file for Liquibase, in its form of SQL. */
    static void writeChangelog(Path file, int count) throws IOException {
        StringBuilder changelog = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < count; i++) {
            changelog
                    .append("\n--changeset headway:")
                    .append(id(i))
                    .append('\n')
                    .append(sql(i))
                    .append(";\n");
        }
        Files.writeString(file, changelog);
    }
}
