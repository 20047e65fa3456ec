package dev.headway.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Disables a test if this run doesn't include the database that the test starts itself. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresDatabaseCondition.class)
public @interface RequiresDatabase {

    /** Returns the name of the database product. */
    String value();
}
