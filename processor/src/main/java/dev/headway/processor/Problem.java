package dev.headway.processor;

/** What the processor itself finds wrong; the faults of a graph are told by {@link dev.headway.graph.HistoryFault}. */
enum Problem {
    NOT_A_CLASS("%s is annotated with @Revision but is no class that can be instantiated. Make it a class."),
    ABSTRACT(
            "%s is a revision, so Headway must make instances of it, but it is abstract. Make it concrete, or annotate the"
                    + " subclass instead."),
    NOT_PUBLIC(
            "%s is a revision, so Headway must reach it, but it, or a class around it, is not public. Make it public."),
    NOT_STATIC("%s is a revision, so Headway must make instances of it, but it is an inner class. Make it static."),
    NO_CONSTRUCTOR("%s is a revision, so Headway must make instances of it, but it has no public constructor without"
            + " parameters. Add one."),
    THROWING_CONSTRUCTOR(
            "%s is a revision, so Headway must make instances of it, but its constructor declares an exception"
                    + " that must be caught. Throw it in upgrade instead."),
    NOT_A_MIGRATION("%s is annotated with @Revision but is no Migration. Let it implement dev.headway.Migration."),
    NOT_A_REVISION(
            "%s names %s in '%s', which is not annotated with @Revision. Annotate it, or name the revision that is"
                    + " meant."),
    OTHER_DATABASE(
            "%s is for %s, and names %s in '%s', which is for %s. Each database has a history of its own: let it name"
                    + " a revision for the same database, or mend one of them with database = \"…\"."),
    GONE(
            "%s was compiled before, and names a class in 'down' or 'dependsOn' that is no longer there. Compile %1$s again, or"
                    + " bring that class back."),
    JAR_MISSING(
            "%s comes from another jar, and names a class in 'down' or 'dependsOn' that is not on the class path. Add the jar"
                    + " that has it, of the version that %1$s was compiled against."),
    HIDDEN(
            "%s was compiled into the output folder before, but this compilation cannot see it. Compile its source too, put the"
                    + " output folder on the class path, or, if the source is gone, delete the class file."),
    SEVERAL_HEADS(
            "The history has %d heads: %s. Join them with a merge: headway merge heads %s-m \"…\" writes it, or write a"
                    + " revision with down = {%s}. Or let them be branches: give each a label of its own with branch = \"…\", or allow"
                    + " them all with -Aheadway.heads=allow."),
    SEVERAL_BASES(
            "The history has %d bases: %s. Most often a 'down' was forgotten: name there the revision that comes before %s."
                    + " If these beginnings are meant, give each a label with branch = \"…\"."),
    UNKNOWN_OPTION("-Aheadway.heads=%s is unknown. Say error, warn or allow."),
    BUG("Headway's processor failed: %s. Please report it, with this trace:%n%s");

    private final String template;

    Problem(String template) {
        this.template = template;
    }

    String text(Object... arguments) {
        return template.formatted(arguments);
    }
}
