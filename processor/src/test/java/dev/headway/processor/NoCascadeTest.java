package dev.headway.processor;

import static dev.headway.processor.Chain.ADD_NAME;
import static dev.headway.processor.Chain.ADD_PHONE;
import static dev.headway.processor.Chain.CREATE_USER;
import static dev.headway.processor.InMemory.compileWith;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the compiler reports itself is not reported again, nor what follows from it. Error Prone's users let the compiler
 * go on after errors; then processors see more of what is broken.
 */
class NoCascadeTest {
    @TheCompilerStopsOrNot
    void anUnknownSupertype(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = CreateUser.class)
                        public class AddName extends Unknown {}
                        """, ADD_PHONE).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void anUnknownSupertypeOfASupertype(String option) {
        compileWith(List.of(option), CREATE_USER, "public class Base extends Unknown {}", """
                        @Revision(id = "ae1027a6acf0", down = CreateUser.class)
                        public class AddName extends Base {}
                        """, ADD_PHONE)
                .failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void anUnknownSymbolInABody(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = CreateUser.class)
                        public class AddName extends NoOp {
                            int size = unknown;
                        }
                        """, ADD_PHONE).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void anUnknownSymbolInAClassThatIsNoRevision(String option) {
        compileWith(List.of(option), CREATE_USER, ADD_NAME, "public class Other { Unknown unknown; }")
                .failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void aSyntaxErrorInABody(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = CreateUser.class)
                        public class AddName extends NoOp {
                            int size = ;
                        }
                        """, ADD_PHONE).failsInJavacWith("illegal start of expression");
    }

    @TheCompilerStopsOrNot
    void aSyntaxErrorInAnAnnotation(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = , down = CreateUser.class)
                        public class AddName extends NoOp {}
                        """, ADD_PHONE).failsInJavacWith("illegal start of expression");
    }

    @TheCompilerStopsOrNot
    void aSyntaxErrorThatTakesARevisionAway(String option) {
        compileWith(List.of(option), """
                        @Revision(id = "1975ea83b712"
                        public class CreateUser extends NoOp {}
                        """, ADD_NAME).failsInJavacWith("expected");
    }

    @TheCompilerStopsOrNot
    void aMissingParent(String option) {
        compileWith(List.of(option), ADD_NAME, ADD_PHONE).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void aMissingParentBesideAnother(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = {CreateUser.class, Missing.class})
                        public class AddName extends NoOp {}
                        """, ADD_PHONE).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void aMissingParentInAnotherPackage(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        import app.old.Missing;
                        @Revision(id = "ae1027a6acf0", down = {CreateUser.class, Missing.class})
                        public class AddName extends NoOp {}
                        """, ADD_PHONE)
                .failsInJavacWith("package app.old does not exist", "cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void aMissingDependency(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = CreateUser.class, dependsOn = Missing.class)
                        public class AddName extends NoOp {}
                        """, ADD_PHONE).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void aParentThatWasRenamed(String option) {
        compileWith(List.of(option), """
                        @Revision(id = "1975ea83b712")
                        public class CreateAccount extends NoOp {}
                        """, ADD_NAME, ADD_PHONE).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void anUnknownAttribute(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = CreateUser.class, mesage = "add name")
                        public class AddName extends NoOp {}
                        """).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void aTextWhereAClassBelongs(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = "1975ea83b712")
                        public class AddName extends NoOp {}
                        """, ADD_PHONE).failsInJavacWith("incompatible types");
    }

    @TheCompilerStopsOrNot
    void aClassNameWithoutItsEnding(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = CreateUser)
                        public class AddName extends NoOp {}
                        """, ADD_PHONE).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void aNumberWhereATextBelongs(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = 42, down = CreateUser.class, branch = 43, message = 44, replaces = {"a", 45})
                        public class AddName extends NoOp {}
                        """, ADD_PHONE)
                .failsInJavacWith(
                        "incompatible types", "incompatible types", "incompatible types", "incompatible types");
    }

    @TheCompilerStopsOrNot
    void aTextWhereABooleanBelongs(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = "ae1027a6acf0", down = CreateUser.class, transactional = "no")
                        public class AddName extends NoOp {}
                        """, ADD_PHONE).failsInJavacWith("incompatible types");
    }

    @TheCompilerStopsOrNot
    void anIdThatIsNoConstant(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = AddName.ID, down = CreateUser.class)
                        public class AddName extends NoOp {
                            static final String ID = System.lineSeparator();
                        }
                        """, ADD_PHONE)
                .failsInJavacWith("element value must be a constant expression");
    }

    @TheCompilerStopsOrNot
    void anIdThatIsUnknown(String option) {
        compileWith(List.of(option), CREATE_USER, """
                        @Revision(id = Ids.ADD_NAME, down = CreateUser.class)
                        public class AddName extends NoOp {}
                        """, ADD_PHONE).failsInJavacWith("cannot find symbol");
    }

    @TheCompilerStopsOrNot
    void aClassTwice(String option) {
        compileWith(List.of(option), CREATE_USER, ADD_NAME, "public class Users {}\n" + ADD_NAME.replace("public ", ""))
                .failsInJavacWith("duplicate class");
    }

    @TheCompilerStopsOrNot
    void aRevisionInAFileOfAnotherName(String option) {
        compileWith(List.of(option), CREATE_USER, "class Users {}\n" + ADD_NAME, ADD_PHONE)
                .failsInJavacWith("should be declared in a file named AddName.java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--should-stop=ifError=INIT", "--should-stop=ifError=FLOW"})
    @Retention(RetentionPolicy.RUNTIME)
    private @interface TheCompilerStopsOrNot {}
}
