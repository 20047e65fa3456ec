package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdFaultsTest {
    @Test
    void anIdHasOnlyLettersDigitsUnderscoresAndDots() {
        compile("""
                @Revision(id = «"create user"»)
                public class CreateUser extends NoOp {}
                """)
                .failsWith(
                        "[Headway:MALFORMED_ID] The id 'create user' of app.CreateUser is malformed: an id is 1 to 64 of"
                                + " A-Z a-z 0-9 _ . - for example 'create_user'.");
    }

    @Test
    void aDefaultIdIsMalformedWhereTheClassNameIs() {
        compile("""
                «@Revision»
                public class CreateÜser extends NoOp {}
                """)
                .failsWith(
                        "[Headway:MALFORMED_ID] The id 'CreateÜser' of app.CreateÜser is malformed: an id is 1 to 64 of"
                                + " A-Z a-z 0-9 _ . - for example 'Create_ser'.");
    }

    @Test
    void anIdHasAtMost64Characters() {
        compile("""
                @Revision(id = «"a234567890123456789012345678901234567890123456789012345678901234x"»)
                public class CreateUser extends NoOp {}
                """)
                .failsWith(
                        "[Headway:MALFORMED_ID] The id 'a234567890123456789012345678901234567890123456789012345678901234x' of"
                                + " app.CreateUser is malformed: an id is 1 to 64 of A-Z a-z 0-9 _ . - for example"
                                + " 'a234567890123456789012345678901234567890123456789012345678901234'.");
        compile("""
                @Revision(id = "a234567890123456789012345678901234567890123456789012345678901234")
                public class CreateUser extends NoOp {}
                """).succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads", "base", "current"})
    void refusesReservedId(String reserved) {
        compile("""
                @Revision(id = «"%s"»)
                public class CreateUser extends NoOp {}
                """.formatted(reserved))
                .failsWith("[Headway:RESERVED_ID] The id '" + reserved
                        + "' of app.CreateUser is reserved: it has a meaning of its own in commands. Give the"
                        + " revision another id - for example 'r_" + reserved + "'.");
    }

    @Test
    void anIdIsUsedOnce() {
        compile("""
                @Revision(id = "1975ea83b712")
                public class CreateUser extends NoOp {}
                """, """
                @Revision(id = «"1975ea83b712"», down = CreateUser.class)
                public class RenameUser extends NoOp {}
                """)
                .failsWith("[Headway:DUPLICATE_ID] The id '1975ea83b712' is used twice: by app.CreateUser and by"
                        + " app.RenameUser. Give the newer of them an id of its own.");
    }

    @Test
    void classesOfTheSameNameHaveTheSameDefaultId() {
        compile("""
                package app.v1;
                @Revision
                public class CreateUser extends NoOp {}
                """, """
                package app.v2;
                «@Revision(down = app.v1.CreateUser.class)»
                public class CreateUser extends NoOp {}
                """)
                .failsWith("[Headway:DUPLICATE_ID] The id 'CreateUser' is used twice: by app.v1.CreateUser and by"
                        + " app.v2.CreateUser. Give the newer of them an id of its own.");
    }
}
