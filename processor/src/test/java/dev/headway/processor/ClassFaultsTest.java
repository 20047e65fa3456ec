package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A revision is a class that Headway can make instances of. */
class ClassFaultsTest {
    @Test
    void refusesAbstractClass() {
        compile("""
                «@Revision»
                public abstract class CreateUser extends NoOp {}
                """)
                .failsWith("[Headway:ABSTRACT] app.CreateUser is a revision, so Headway must instantiate it, but it is"
                        + " abstract. Make it concrete, or annotate the subclass instead.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interface CreateUser extends Migration {}",
                "enum CreateUser implements Migration { ONE; public void upgrade(Operations op) {} }",
                "@interface CreateUser {}"
            })
    void refusesOtherKindsOfTypes(String type) {
        compile("«@Revision»\npublic " + type)
                .failsWith("[Headway:NOT_A_CLASS] app.CreateUser is annotated with @Revision but isn't a class that"
                        + " can be instantiated. Make it a class.");
    }

    @Test
    void refusesClassThatIsNotPublic() {
        compile("""
                «@Revision»
                class CreateUser extends NoOp {
                    public CreateUser() {}
                }
                """)
                .failsWith("[Headway:NOT_PUBLIC] app.CreateUser is a revision, so Headway must have access to it,"
                        + " but it, or an enclosing class, is not public. Make it public.");
    }

    @Test
    void aClassThatIsNotPublicIsReportedOnceThoughItsDefaultConstructorIsNotEither() {
        compile("""
                «@Revision»
                class CreateUser extends NoOp {}
                """)
                .failsWith("[Headway:NOT_PUBLIC] app.CreateUser is a revision, so Headway must have access to it,"
                        + " but it, or an enclosing class, is not public. Make it public.");
    }

    @Test
    void refusesEnclosingClassThatIsNotPublic() {
        compile("""
                class Users {
                    «@Revision»
                    public static class CreateUser extends NoOp {}
                }
                """)
                .failsWith("[Headway:NOT_PUBLIC] app.Users.CreateUser is a revision, so Headway must have access to"
                        + " it, but it, or an enclosing class, is not public. Make it public.");
    }

    @Test
    void refusesInnerClass() {
        compile("""
                public class Users {
                    «@Revision»
                    public class CreateUser extends NoOp {}
                }
                """)
                .failsWith("[Headway:NOT_STATIC] app.Users.CreateUser is a revision, so Headway must instantiate it,"
                        + " but it is an inner class. Make it static.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"private CreateUser() {}", "CreateUser() {}", "public CreateUser(String table) {}"})
    void refusesClassWithoutPublicDefaultConstructor(String constructor) {
        compile("""
                «@Revision»
                public class CreateUser extends NoOp {
                    %s
                }
                """.formatted(constructor))
                .failsWith("[Headway:NO_CONSTRUCTOR] app.CreateUser is a revision, so Headway must instantiate it, but"
                        + " it has no public constructor without parameters. Add one.");
    }

    @Test
    void refusesConstructorWithCheckedException() {
        compile("""
                «@Revision»
                public class CreateUser extends NoOp {
                    public CreateUser() throws java.io.IOException {}
                }
                """)
                .failsWith("[Headway:THROWING_CONSTRUCTOR] app.CreateUser is a revision, so Headway must instantiate"
                        + " it, but its constructor declares an exception that must be caught. Throw it"
                        + " in upgrade instead.");
        compile("""
                @Revision
                public class CreateUser extends NoOp {
                    public CreateUser() throws IllegalStateException {}
                }
                """).succeeds();
    }

    @Test
    void refusesClassThatIsNotAMigration() {
        compile("""
                «@Revision»
                public class CreateUser {}
                """)
                .failsWith("[Headway:NOT_A_MIGRATION] app.CreateUser is annotated with @Revision but is not a"
                        + " Migration. Implement dev.headway.Migration.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public final class CreateUser implements Migration { public void upgrade(Operations op) {} }",
                "public record CreateUser() implements Migration { public void upgrade(Operations op) {} }",
                "public class Users { @Revision public static class CreateUser extends NoOp {} }",
                "public interface Users { @Revision class CreateUser extends NoOp {} }",
                "public class CreateUser extends NoOp { public CreateUser() {} public CreateUser(String table) {} }"
            })
    void acceptsThese(String type) {
        compile(type.contains("@Revision") ? type : "@Revision " + type).succeeds();
    }
}
