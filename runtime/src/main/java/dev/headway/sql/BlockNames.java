package dev.headway.sql;

import java.util.Set;

/** Recognizes {@code BEGIN}, {@code CASE} and {@code END} as names of columns, tables and the like, by the words beside them. */
final class BlockNames {
    private static final Set<String> BEFORE_NAME = Set.of(
            ".",
            ",",
            "(",
            "=",
            "<",
            ">",
            "+",
            "-",
            "*",
            "/",
            "%",
            "|",
            "&",
            "!",
            "@",
            "::",
            ":=",
            "ADD",
            "ALL",
            "AND",
            "BETWEEN",
            "BY",
            "CALL",
            "COLUMN",
            "CONSTRAINT",
            "DECLARE",
            "DISTINCT",
            "EVENT",
            "EXISTS",
            "FROM",
            "FUNCTION",
            "HAVING",
            "IN",
            "INOUT",
            "INTO",
            "JOIN",
            "LIKE",
            "NOT",
            "OF",
            "ON",
            "OR",
            "OUT",
            "PROCEDURE",
            "RETURN",
            "RETURNING",
            "SELECT",
            "SET",
            "TABLE",
            "TO",
            "TRIGGER",
            "UPDATE",
            "VARIADIC",
            "WHEN",
            "WHERE");

    private static final Set<String> BEFORE_EXPRESSION = Set.of("THEN", "ELSE");

    private static final Set<String> AFTER_NAME = Set.of(
            ",", ")", "=", ".", "<", ">", "::", "AND", "AS", "ASC", "BETWEEN", "DESC", "FROM", "IN", "IS", "LIKE", "OR",
            "WHERE");

    private BlockNames() {}

    /** Returns whether {@code word} is a name after {@code before}; {@code outside} means that no block is open. */
    static boolean isNameAfter(String before, String word, boolean outside) {
        return switch (word) {
            case "CASE" -> before.equals("."); // elsewhere databases reserve it
            case "END" -> BEFORE_NAME.contains(before) || BEFORE_EXPRESSION.contains(before) || before.equals("AS");
            default -> BEFORE_NAME.contains(before) || (before.equals("AS") && !outside);
        };
    }

    /** Returns whether {@code BEGIN} or {@code CASE} is a name before {@code next}. */
    static boolean isNameBefore(String next) {
        return AFTER_NAME.contains(next);
    }
}
