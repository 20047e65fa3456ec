package dev.headway;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@link Migration} a revision of the history: one node of its graph, told apart by its id and joined to its
 * parents by class references.
 *
 * <p>Headway's annotation processor checks at compile time that all revisions form a sound graph, and generates their
 * registry. The annotated class is public, not abstract, has a public constructor without parameters and, if nested, is
 * static.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Revision {

    /**
     * The stable name of the revision in the database: 1 to 64 of {@code A-Z a-z 0-9 _ .}, and none of {@code head},
     * {@code heads}, {@code base} and {@code current}. Default: the simple name of the class, which then must never be
     * renamed once the revision is applied somewhere.
     */
    String id() default "";

    /** The parents: none makes a base, two or more make a merge. */
    Class<?>[] down() default {};

    /** Revisions that must be applied first without being parents. */
    Class<?>[] dependsOn() default {};

    /** Branch labels. A label is carried to all descendants, and is unique in the history. */
    String[] branch() default {};

    /** What the revision does, in one line. Default: the name of the class in words. */
    String message() default "";

    /** The ids of squashed revisions that this one stands for. */
    String[] replaces() default {};

    /**
     * The name of the database that the revision is for, where an application has several: a history for each, of which none
     * leads into another. Settings are named after it, as in {@code headway.billing.url}; {@code Migrations.database("billing")}
     * migrates it. Default: the default database.
     */
    String database() default "";

    /**
     * Whether the revision runs in a transaction of its own. {@code false} runs its statements one by one outside a
     * transaction, for what a database refuses inside one.
     */
    boolean transactional() default true;
}
