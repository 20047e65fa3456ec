package dev.headway.internal.engine.step;

import dev.headway.database.RepeatRules;
import java.util.List;
import java.util.Set;

/** What a second execution of an {@code ALTER TABLE} does. */
final class TableRepetition {
    private static final Set<String> UNNAMED = Set.of("(", "USING", "ON", "");
    private static final Set<String> ADDS_UNNAMED = Set.of("UNIQUE", "KEY", "PRIMARY", "CHECK", "REFERENCES");

    private static final Set<String> UNNAMED_CONSTRAINT =
            Set.of("UNIQUE", "CHECK", "FOREIGN", "PRIMARY", "EXCLUDE", "NOT", "(", "");

    private final String table;
    private final boolean ifExists;
    private final List<Words> changes;
    private final RepeatRules rules;
    private final NameEffects names = new NameEffects();
    private boolean addsUnnamed;

    /**
     * Creates it for the changes of a statement.
     *
     * @param ifExists whether the statement does nothing if the table is missing, so that nothing proves a new name of the table
     */
    TableRepetition(String table, boolean ifExists, List<Words> changes, RepeatRules rules) {
        this.table = table;
        this.ifExists = ifExists;
        this.changes = changes;
        this.rules = rules;
    }

    boolean isSafe() {
        for (Words change : changes) {
            if (!isKnown(change)) {
                return false;
            }
        }
        boolean single = changes.size() == 1;
        if (addsUnnamed) { // only the refusal of another change prevents a second one
            return names.refuseSecond() && rules.executesWholeStatement();
        }
        if (names.refuseSecond()) {
            return single || rules.executesWholeStatement();
        }
        return names.isEmpty() || (single && names.isConditional());
    }

    private boolean isKnown(Words change) {
        if (change.skip("ADD")) {
            return add(change);
        } else if (change.skip("DROP")) {
            return drop(change);
        } else if (change.skip("RENAME")) {
            return rename(change);
        } else if (change.skip("CHANGE")) {
            return change(change);
        } else if (change.skip("MODIFY")) {
            return ADDS_UNNAMED.stream().noneMatch(change::contains);
        } else if (change.skip("ALTER")) {
            return alterColumn(change);
        }
        return !change.contains("AUTO_INCREMENT")
                && rules.harmlessChanges().stream().anyMatch(beginning -> change.startsWith(beginning.split(" ")));
    }

    private boolean add(Words change) {
        if (change.skip("CONSTRAINT")) {
            return named(change, "constraint ", UNNAMED_CONSTRAINT);
        } else if (change.skip("PRIMARY", "KEY")) {
            names.add("primary key");
            return true;
        } else if (change.skip("FOREIGN") || change.skip("CHECK")) {
            addsUnnamed = true;
            return true;
        } else if (change.startsWith("PARTITION", "PARTITIONS")) {
            return false;
        } else if (change.skip("PARTITION")) {
            change.skip("IF", "NOT", "EXISTS");
            return change.startsWith("(") && partitions(change.inParentheses());
        } else if (index(change)) {
            return named(change, "index ", UNNAMED);
        } else if (change.skip("PERIOD") || change.skip("SYSTEM")) {
            return false;
        }
        change.skip("COLUMN");
        if (change.startsWith("(")) {
            List<Words> columns = change.inParentheses();
            columns.forEach(column -> names.add("column " + column.name()));
            return rules.executesWholeStatement() || columns.size() == 1;
        }
        return named(change, "column ", Set.of(""));
    }

    private boolean partitions(List<Words> partitions) {
        for (Words partition : partitions) {
            if (!partition.skip("PARTITION")) {
                return false;
            }
            names.add("partition " + partition.name());
        }
        return true;
    }

    private static boolean index(Words change) {
        boolean kind = change.skip("UNIQUE") || change.skip("FULLTEXT") || change.skip("SPATIAL");
        if (change.startsWith("VECTOR", "INDEX") || change.startsWith("VECTOR", "KEY")) {
            change.word();
        }
        return change.skip("INDEX") || change.skip("KEY") || kind;
    }

    private boolean named(Words change, String kind, Set<String> unnamed) {
        boolean checked = change.skip("IF", "NOT", "EXISTS");
        if (unnamed.stream().anyMatch(change::startsWith)) {
            addsUnnamed = true;
            return true;
        }
        if (change.isAtEnd()) {
            return false;
        }
        String name = kind + change.name();
        if (checked) {
            names.addIfMissing(name);
        } else {
            names.add(name);
        }
        return true;
    }

    private boolean drop(Words change) {
        String kind = "column ";
        if (change.skip("PRIMARY", "KEY")) {
            names.drop("primary key");
            return true;
        } else if (change.skip("FOREIGN", "KEY") || change.skip("CONSTRAINT") || change.skip("CHECK")) {
            kind = "constraint ";
        } else if (change.skip("INDEX") || change.skip("KEY")) {
            kind = "index ";
        } else if (change.skip("PARTITION")) {
            kind = "partition ";
        } else {
            change.skip("COLUMN");
        }
        boolean checked = change.skip("IF", "EXISTS");
        if (change.startsWith("(")) {
            return false;
        }
        String name = kind + change.name();
        if (checked) {
            names.dropIfExists(name);
        } else {
            names.drop(name);
        }
        return true;
    }

    private boolean rename(Words change) {
        String kind = "";
        if (change.skip("COLUMN")) {
            kind = "column ";
        } else if (change.skip("INDEX") || change.skip("KEY")) {
            kind = "index ";
        } else if (change.skip("CONSTRAINT")) {
            kind = "constraint ";
        }
        if (kind.isEmpty() && (change.skip("TO") || change.skip("AS"))) {
            names.rename("table " + table, "table " + change.name());
            return !ifExists;
        }
        boolean checked = change.skip("IF", "EXISTS");
        String from = change.name();
        if (!change.skip("TO")) {
            names.rename("table " + table, "table " + from);
            return kind.isEmpty() && change.isAtEnd() && !ifExists;
        }
        names.rename((kind.isEmpty() ? "column " : kind) + from, (kind.isEmpty() ? "column " : kind) + change.name());
        return !checked;
    }

    private boolean change(Words change) {
        change.skip("COLUMN");
        boolean checked = change.skip("IF", "EXISTS");
        String from = change.name();
        String to = change.name();
        if (from.equals(to)) {
            return ADDS_UNNAMED.stream().noneMatch(change::contains);
        }
        names.rename("column " + from, "column " + to);
        return !checked;
    }

    private boolean alterColumn(Words change) {
        if (change.startsWith("INDEX") || change.startsWith("CONSTRAINT") || change.startsWith("CHECK")) {
            return change.contains("VISIBLE") || change.contains("INVISIBLE");
        }
        change.skip("COLUMN");
        change.skip("IF", "EXISTS");
        String column = change.name();
        if (change.skip("RENAME", "TO")) {
            names.rename("column " + column, "column " + change.name());
            return true;
        }
        boolean type = change.startsWith("TYPE") || change.startsWith("SET", "DATA", "TYPE");
        return (type && !change.contains("USING"))
                || change.startsWith("SET", "DEFAULT")
                || change.startsWith("SET", "NOT", "NULL")
                || change.startsWith("SET", "NULL")
                || change.startsWith("SET", "STATISTICS")
                || change.startsWith("SET", "STORAGE")
                || change.startsWith("DROP", "DEFAULT")
                || change.startsWith("DROP", "IDENTITY")
                || change.startsWith("DROP", "NOT", "NULL");
    }
}
