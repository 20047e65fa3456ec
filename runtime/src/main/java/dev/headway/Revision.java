package dev.headway;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a {@link Migration} as a revision of the history: a node of its graph, with an id and references to the classes of
 * its parents.
 *
 * <p>Headway's annotation processor checks at compile time that all revisions form a sound graph, and generates their
 * registry. The annotated class must be public, not abstract, have a public constructor without parameters and, if it is
 * nested, be static.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Revision {

    /**
     * The stable name of the revision in the database: 1 to 64 characters of {@code A-Z a-z 0-9 _ .}, but not {@code head},
     * {@code heads}, {@code base} or {@code current}. Default: the simple name of the class, which must not be renamed after the
     * revision is applied to a database.
     */
    String id() default "";

    /** The parents. A revision without parents is a base; a revision with several parents is a merge. */
    Class<?>[] down() default {};

    /** Revisions that must be applied first, but are not parents. */
    Class<?>[] dependsOn() default {};

    /** Branch labels, which apply to all descendants too. A label is unique in the history. */
    String[] branch() default {};

    /** A description of the revision, in one line. Default: the name of the class in words. */
    String message() default "";

    /** The ids of the squashed revisions that this revision replaces. */
    String[] replaces() default {};

    /**
     * The name of the database that the revision belongs to, for an application with several databases. Each database has a
     * history of its own. Settings have the name as a prefix, such as {@code headway.billing.url}, and {@code
     * Migrations.database("billing")} migrates the database. Default: the default database, which has no name.
     */
    String database() default "";

    /**
     * Whether the revision runs in a transaction. With {@code false}, its statements run one by one outside a transaction, for
     * statements that the database refuses inside one.
     */
    boolean transactional() default true;
}
