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
    NOT_A_MIGRATION("%s is annotated with @Revision but is no Migration. Let it implement dev.headway.Migration."),
    NOT_A_REVISION(
            "%s names %s in '%s', which is not annotated with @Revision. Annotate it, or name the revision that is"
                    + " meant."),
    GONE(
            "%s names a class in 'down' or 'dependsOn' that is no longer there. Compile %1$s again, or bring the class back."),
    HIDDEN(
            "%s was compiled into the output folder before, but this compilation cannot see it. Put the output folder on the"
                    + " class path, or compile everything together."),
    SEVERAL_HEADS(
            "The history has %d heads: %s. Join them with a merge: headway merge heads -m \"…\" writes it, or write a"
                    + " revision with down = {%s}. Or let them be branches: give each a label of its own with branch = \"…\", or allow"
                    + " them all with -Aheadway.heads=allow."),
    SEVERAL_BASES(
            "The history has %d bases: %s. A second beginning is most often a forgotten 'down' of %s; if it is meant,"
                    + " give it a label with branch = \"…\"."),
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
