package dev.headway.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One source file of a test. Unless it says otherwise it is in the package {@code app}; what it needs is imported; and
 * {@code «} and {@code »} stand around the places where the compiler is expected to find fault.
 *
 * @param type the qualified name of its class
 * @param text what the compiler reads
 * @param marks the places between the marks
 */
record Source(String type, String text, List<SourcePosition> marks) {
    private static final String IMPORTS =
            "import dev.headway.*;\nimport dev.headway.op.*;\nimport dev.headway.processor.NoOp;\n\n";
    private static final Pattern PACKAGE = Pattern.compile("\\A(?:package ([\\w.]+);\\R)?");
    private static final Pattern TYPE = Pattern.compile("(?U)(?:class|interface|enum|record) ([\\w$]+)");

    static Source of(String snippet) {
        Matcher declared = PACKAGE.matcher(snippet);
        declared.find();
        String inPackage = declared.group(1) == null ? "app" : declared.group(1);
        String marked = "package " + inPackage + ";\n\n" + IMPORTS + snippet.substring(declared.end());
        String type = inPackage + "."
                + TYPE.matcher(marked).results().findFirst().orElseThrow().group(1);
        String text = marked.replaceAll("[«»]", "");
        List<SourcePosition> marks = new ArrayList<>();
        for (MatchResult mark :
                Pattern.compile("«([^»]*)»").matcher(marked).results().toList()) {
            int from = mark.start() - 2 * marks.size();
            marks.add(SourcePosition.in(
                    path(type), text, from, from + mark.group(1).length()));
        }
        return new Source(type, text, List.copyOf(marks));
    }

    /** Returns where the source file is, below the folder of all. */
    String path() {
        return path(type);
    }

    private static String path(String type) {
        return type.replace('.', '/') + ".java";
    }
}
