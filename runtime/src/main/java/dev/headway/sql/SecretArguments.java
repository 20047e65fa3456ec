package dev.headway.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the arguments in the outline of a statement that are secret because of their place: of functions, and in {@code VALUES}. */
final class SecretArguments {
    private static final Pattern FUNCTION = pattern("\\b(?:PGP_SYM_(?:EN|DE)CRYPT(?:_BYTEA)?|PGP_PUB_DECRYPT(?:_BYTEA)?"
            + "|(?:AES_|DES_)?(?:EN|DE)CRYPT(?:_IV)?|CRYPT|HMAC|DIGEST|KDF|MD5|SHA[0-9]*|HASH|(?:OLD_)?PASSWORD"
            + "|(?:EN|DE)CRYPTBYPASSPHRASE|OPENROWSET)\\s*\\(");
    private static final Pattern LINK = pattern("\\b(?:LINKED\\s+TABLE\\b[^(]{0,300}|LINK_SCHEMA\\s*)\\(");
    private static final Pattern INSERT = pattern(
            "\\bINTO\\b[^();]{0,300}\\(([^()]{0,5000})\\)\\s*(?:OVERRIDING\\s+\\w+\\s+VALUE\\s*)?VALUES?\\s*(?=\\()");
    private static final Pattern TUPLE = Pattern.compile("\\s*,?\\s*\\(");

    /** Limits the time for a text with many parentheses that are not closed. */
    private static final int LONGEST = 5_000;

    private final String outline;
    private final List<String> strings;

    SecretArguments(String outline, List<String> strings) {
        this.outline = outline;
        this.strings = strings;
    }

    /** Reports the numbers of the strings. */
    void find(Consumer<String> secret) {
        for (Matcher call = FUNCTION.matcher(outline); call.find(); ) {
            arguments(call.end()).forEach(argument -> report(argument, secret));
        }
        for (Matcher link = LINK.matcher(outline); link.find(); ) {
            List<String> arguments = arguments(link.end());
            int password = link.group().toUpperCase(Locale.ROOT).startsWith("LINKED") ? 3 : 4;
            if (arguments.size() > password) {
                report(arguments.get(password), secret);
            }
        }
        for (Matcher insert = INSERT.matcher(outline); insert.find(); ) {
            findInRows(insert, secret);
        }
    }

    private void findInRows(Matcher insert, Consumer<String> secret) {
        String[] columns = insert.group(1).split(",", -1);
        Matcher tuple = TUPLE.matcher(outline);
        int at = insert.end();
        while (tuple.region(at, outline.length()).lookingAt()) {
            List<String> values = arguments(tuple.end());
            for (int i = 0; i < Math.min(columns.length, values.size()); i++) {
                if (SecretWords.isSecretName(name(columns[i]))) {
                    report(values.get(i), secret);
                }
            }
            at = Math.min(tuple.end() + String.join(",", values).length() + 1, outline.length());
        }
    }

    private String name(String column) {
        Matcher quoted = SecretWords.STRING.matcher(column);
        return quoted.find()
                ? strings.get(Integer.parseInt(quoted.group(1)))
                : column.replace("`", "").strip();
    }

    private static void report(String argument, Consumer<String> secret) {
        for (Matcher string = SecretWords.STRING.matcher(argument); string.find(); ) {
            secret.accept(string.group(1));
        }
    }

    /** Returns the arguments between a parenthesis and the one that closes it. */
    private List<String> arguments(int start) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = start;
        int at = start;
        int limit = Math.min(outline.length(), start + LONGEST);
        for (; at < limit && depth >= 0; at++) {
            char c = outline.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ',')) {
                arguments.add(outline.substring(from, at));
                from = at + 1;
            }
        }
        if (depth >= 0) {
            arguments.add(outline.substring(from, limit));
        }
        return arguments;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
