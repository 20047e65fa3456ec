package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFaultsTest {
    private static final String CREATE_USER = """
            @Revision(id = "1975ea83b712")
            public class CreateUser extends NoOp {}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"down", "dependsOn"})
    void refusesReferenceToClassThatIsNoRevision(String attribute) {
        compile(CREATE_USER, "public class Helper {}", """
                        @Revision(%s = {CreateUser.class, «Helper.class»})
                        public class AddName extends NoOp {}
                        """.formatted(attribute))
                .failsWith("[Headway:NOT_A_REVISION] app.AddName names app.Helper in '" + attribute
                        + "', which is not annotated with @Revision. Annotate it, or name the intended revision.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "void", "CreateUser[]", "java.util.List"})
    void refusesReferenceToOtherTypes(String type) {
        compile(CREATE_USER, """
                        @Revision(down = {CreateUser.class, «%s.class»})
                        public class AddName extends NoOp {}
                        """.formatted(type))
                .failsWith("[Headway:NOT_A_REVISION] app.AddName names " + type.replace("CreateUser", "app.CreateUser")
                        + " in 'down', which is not annotated with @Revision. Annotate it, or name the intended"
                        + " revision.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "dependsOn"})
    void aRevisionDoesNotNameItself(String attribute) {
        compile(CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", %s = {CreateUser.class, «AddName.class»})
                        public class AddName extends NoOp {}
                        """.formatted(attribute))
                .failsWith("[Headway:SELF_REFERENCE] ae1027a6acf0 (app.AddName) names itself in '" + attribute
                        + "'. Name the revision that comes before it, or omit '" + attribute + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "dependsOn"})
    void aRevisionIsNamedOnce(String attribute) {
        compile(CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", %s = {CreateUser.class, «CreateUser.class»})
                        public class AddName extends NoOp {}
                        """.formatted(attribute))
                .failsWith("[Headway:REPEATED_REFERENCE] ae1027a6acf0 (app.AddName) names 1975ea83b712 (app.CreateUser)"
                        + " twice in '" + attribute + "'. Name it once.");
    }

    @Test
    void refusesParentThatIsAncestorOfAnotherParent() {
        compile(CREATE_USER, """
                        @Revision(id = "27c6a30d7c24", down = CreateUser.class)
                        public class AddName extends NoOp {}
                        """, """
                        @Revision(id = "3ac1f6b59f2e", down = AddName.class)
                        public class AddAge extends NoOp {}
                        """, """
                        @Revision(id = "4d8e11c2ab90", down = {AddAge.class, «CreateUser.class»})
                        public class AddIndex extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:REDUNDANT_PARENT] 4d8e11c2ab90 (app.AddIndex) names 1975ea83b712 (app.CreateUser) in"
                                + " 'down', which is already an ancestor of another parent. Remove it.");
    }

    @Test
    void aParentMayBeADependencyOfAnotherParent() {
        compile("""
                        @Revision(branch = "users")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(branch = "orders", dependsOn = CreateUser.class)
                        public class CreateOrder extends NoOp {}
                        """, """
                        @Revision(down = {CreateUser.class, CreateOrder.class})
                        public class Join extends NoOp {}
                        """).succeeds();
    }
}
