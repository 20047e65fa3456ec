package dev.headway.internal.engine.step;

import dev.headway.database.RepeatRules;
import java.util.List;
import java.util.Set;

/**
 * What a second execution of a statement does: nothing further, or it is refused because of a name. Statements that are not
 * known are unsafe, because they may succeed twice with another meaning.
 */
final class Repetition {
    private static final Set<String> BEFORE_KIND = Set.of(
            "GLOBAL",
            "LOCAL",
            "TEMP",
            "TEMPORARY",
            "UNLOGGED",
            "UNIQUE",
            "FULLTEXT",
            "SPATIAL",
            "VECTOR",
            "MATERIALIZED",
            "RECURSIVE",
            "FOREIGN",
            "EVENT",
            "CONSTRAINT",
            "CACHED",
            "MEMORY",
            "FORCE",
            "AGGREGATE",
            "ONLINE",
            "NULLS",
            "NOT",
            "DISTINCT",
            "OFFLINE");

    /** Objects whose definition is replaced completely, and contains no rows. */
    private static final Set<String> REPLACEABLE =
            Set.of("VIEW", "FUNCTION", "PROCEDURE", "TRIGGER", "RULE", "EVENT", "AGGREGATE", "PACKAGE", "ALIAS");

    private static final Set<String> CREATABLE = Set.of(
            "TABLE",
            "VIEW",
            "SEQUENCE",
            "SCHEMA",
            "DATABASE",
            "DOMAIN",
            "TYPE",
            "EXTENSION",
            "FUNCTION",
            "PROCEDURE",
            "TRIGGER",
            "ROLE",
            "USER",
            "POLICY",
            "ALIAS",
            "CONSTANT",
            "RULE",
            "COLLATION",
            "SERVER");

    private static final Set<String> RENAMED = Set.of(
            "INDEX",
            "VIEW",
            "SEQUENCE",
            "SCHEMA",
            "DOMAIN",
            "TYPE",
            "MATERIALIZED",
            "FUNCTION",
            "PROCEDURE",
            "ROLE",
            "USER",
            "TRIGGER");

    private final Words words;
    private final RepeatRules rules;
    private final NameEffects names = new NameEffects();

    private Repetition(List<String> tokens, RepeatRules rules) {
        this.words = new Words(tokens);
        this.rules = rules;
    }

    static Repetition of(List<String> tokens, RepeatRules rules) {
        return new Repetition(tokens, rules);
    }

    /** Returns whether a second execution has no further effect, or is refused with an answer that proves the first one. */
    boolean isSafe() {
        String first = words.word();
        return switch (first) {
            case "CREATE" -> create();
            case "DROP" -> drop();
            case "RENAME" -> rename();
            case "ALTER" -> alter();
            default -> rules.harmless().contains(first);
        };
    }

    private boolean create() {
        boolean replaces = words.skip("OR", "REPLACE");
        if (words.skip("DEFINER", "=")) {
            skipDefiner();
        }
        if (words.skip("SQL", "SECURITY")) {
            words.word();
        }
        String kind = words.word();
        while (BEFORE_KIND.contains(kind) && !words.isAtEnd() && !isKind(kind)) {
            kind = words.word();
        }
        if (replaces) {
            return REPLACEABLE.contains(kind);
        }
        if (kind.equals("INDEX")) {
            words.skip("CONCURRENTLY");
            boolean checked = words.skip("IF", "NOT", "EXISTS");
            return checked || !(words.startsWith("ON") || words.startsWith("("));
        }
        boolean checked = words.skip("IF", "NOT", "EXISTS");
        boolean filled = kind.equals("TABLE") && (words.contains("SELECT") || words.containsOutsideParentheses("AS"));
        return (CREATABLE.contains(kind) || kind.equals("EVENT"))
                && !(filled && (checked || !rules.executesWholeStatement()));
    }

    /** {@code CREATE EVENT e} creates an event, {@code CREATE EVENT TRIGGER t} a trigger. */
    private boolean isKind(String word) {
        return (word.equals("EVENT") && !words.startsWith("TRIGGER"))
                || (word.equals("AGGREGATE") && !words.startsWith("FUNCTION"));
    }

    private void skipDefiner() {
        words.name();
        if (words.skip("@")) {
            words.name();
        }
        if (words.skip("(")) {
            words.skip(")");
        }
    }

    /** Several names: a missing one says nothing about the others, unless the statement is executed as a whole. */
    private boolean drop() {
        return words.contains("IF")
                || rules.executesWholeStatement()
                || words.byComma().size() == 1;
    }

    private boolean rename() {
        boolean known = words.skip("TABLE") || words.skip("TABLES") || words.skip("USER");
        words.skip("IF", "EXISTS");
        List<Words> pairs = words.byComma();
        for (Words pair : pairs) {
            String from = pair.name();
            known &= pair.skip("TO");
            names.rename(from, pair.name());
        }
        return known && names.refuseSecond() && (pairs.size() == 1 || rules.executesWholeStatement());
    }

    private boolean alter() {
        words.skip("ONLINE");
        words.skip("IGNORE");
        String kind = words.word();
        if (kind.equals("TABLE")) {
            boolean ifExists = words.skip("IF", "EXISTS");
            words.skip("ONLY");
            String table = words.name();
            words.skip("*");
            return new TableRepetition(table, ifExists, words.byComma(), rules).isSafe();
        }
        if (kind.equals("TYPE")) {
            words.name();
            if (words.skip("ADD", "VALUE") || words.skip("ADD", "ATTRIBUTE")) {
                return true;
            }
        } else if (RENAMED.contains(kind)) {
            words.skip("VIEW");
            words.skip("IF", "EXISTS");
            words.name();
        }
        return RENAMED.contains(kind) && (words.skip("RENAME", "TO") || words.skip("OWNER", "TO"));
    }
}
