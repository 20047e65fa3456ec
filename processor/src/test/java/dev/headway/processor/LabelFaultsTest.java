package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;

import org.junit.jupiter.api.Test;

class LabelFaultsTest {
    @Test
    void refusesLabelOfTwoRevisions() {
        compile("""
                        @Revision(branch = "users")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(down = CreateUser.class, branch = {"names", «"users"»})
                        public class RenameUser extends NoOp {}
                        """)
                .failsWith("[Headway:DUPLICATE_LABEL] The branch label 'users' is used twice: by CreateUser"
                        + " (app.CreateUser) and by RenameUser (app.RenameUser). Set a label only on the first"
                        + " revision of its branch; all revisions that follow inherit it.");
    }

    @Test
    void refusesLabelTwiceOnOneRevision() {
        compile("""
                @Revision(branch = {"users", «"users"»})
                public class CreateUser extends NoOp {}
                """)
                .failsWith("[Headway:DUPLICATE_LABEL] The branch label 'users' is used twice: by CreateUser"
                        + " (app.CreateUser) and by CreateUser (app.CreateUser). Set a label only on the first"
                        + " revision of its branch; all revisions that follow inherit it.");
    }

    @Test
    void refusesLabelThatIsAnId() {
        compile("""
                        @Revision(id = "users")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(down = CreateUser.class, branch = «"users"»)
                        public class RenameUser extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:LABEL_IS_ID] The branch label 'users' of RenameUser (app.RenameUser) is also the id of"
                                + " users (app.CreateUser). Give the branch another label.");
    }

    @Test
    void aLabelHasOnlyLettersDigitsUnderscoresAndDots() {
        compile("""
                @Revision(branch = {«"user@home"», «""»})
                public class CreateUser extends NoOp {}
                """)
                .failsWith(
                        "[Headway:MALFORMED_LABEL] The branch label 'user@home' of CreateUser (app.CreateUser) is malformed:"
                                + " a label is 1 to 64 of A-Z a-z 0-9 _ . - for example 'user_home'.",
                        "[Headway:MALFORMED_LABEL] The branch label '' of CreateUser (app.CreateUser) is malformed: a label"
                                + " is 1 to 64 of A-Z a-z 0-9 _ . - for example 'r_'.");
    }

    @Test
    void refusesReservedLabel() {
        compile("""
                @Revision(branch = «"heads"»)
                public class CreateUser extends NoOp {}
                """)
                .failsWith(
                        "[Headway:MALFORMED_LABEL] The branch label 'heads' of CreateUser (app.CreateUser) is reserved:"
                                + " a label is 1 to 64 of A-Z a-z 0-9 _ . - for example 'r_heads'.");
    }
}
