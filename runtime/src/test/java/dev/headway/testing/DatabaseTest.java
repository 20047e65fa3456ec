package dev.headway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs once on each database, on a fresh one that it gets as its {@link TestDatabase} parameter. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(DatabaseTestExtension.class)
public @interface DatabaseTest {

    /** Runs it only on databases that have all of these. */
    Capability[] value() default {};

    /** Runs it for each element of the list that the static method of this name returns: it gets it as a parameter. */
    String cases() default "";

    /** Returns which processes use the database. */
    Processes processes() default Processes.THIS;
}
