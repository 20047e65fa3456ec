package dev.headway.processor;

/** The errors that the processor itself finds, in addition to those of {@link dev.headway.graph.HistoryFault}. */
enum Problem {
    NOT_A_CLASS("%s is annotated with @Revision but isn't a class that can be instantiated. Make it a class."),
    ABSTRACT("%s is a revision, so Headway must instantiate it, but it is abstract. Make it concrete, or annotate the"
            + " subclass instead."),
    NOT_PUBLIC("%s is a revision, so Headway must have access to it, but it, or an enclosing class, is not public."
            + " Make it public."),
    NOT_STATIC("%s is a revision, so Headway must instantiate it, but it is an inner class. Make it static."),
    NO_CONSTRUCTOR("%s is a revision, so Headway must instantiate it, but it has no public constructor without"
            + " parameters. Add one."),
    THROWING_CONSTRUCTOR("%s is a revision, so Headway must instantiate it, but its constructor declares an exception"
            + " that must be caught. Throw it in upgrade instead."),
    NOT_A_MIGRATION("%s is annotated with @Revision but is not a Migration. Implement dev.headway.Migration."),
    NOT_A_REVISION(
            "%s names %s in '%s', which is not annotated with @Revision. Annotate it, or name the intended revision."),
    OTHER_DATABASE("%s is for %s, and names %s in '%s', which is for %s. Each database has a history of its own: name a"
            + " revision for the same database, or fix one of them with database = \"…\"."),
    GONE("%s was compiled before, and names a class in 'down' or 'dependsOn' that no longer exists. Compile"
            + " %1$s again, or restore that class."),
    JAR_MISSING("%s comes from another jar, and names a class in 'down' or 'dependsOn' that is not on the class path."
            + " Add the jar that contains it, in the version that %1$s was compiled with."),
    HIDDEN(
            "%s was compiled into the output folder before, but this compilation cannot see it. Compile its source too, put the"
                    + " output folder on the class path, or, if the source is gone, delete the class file."),
    SEVERAL_HEADS("The history has %d heads: %s. Merge them: run headway merge heads %s-m \"…\", or write a revision"
            + " with down = {%s}. If they are branches, give each a label of its own with branch = \"…\","
            + " or allow several heads with -Aheadway.heads=allow."),
    SEVERAL_BASES("The history has %d bases: %s. Most often 'down' is missing: name the revision that comes before %s."
            + " If several bases are intended, give each a label with branch = \"…\"."),
    UNKNOWN_OPTION("-Aheadway.heads=%s is unknown. Use error, warn or allow."),
    BUG("Headway's processor failed: %s. Please report it, with this trace:%n%s");

    private final String template;

    Problem(String template) {
        this.template = template;
    }

    String text(Object... arguments) {
        return template.formatted(arguments);
    }
}
