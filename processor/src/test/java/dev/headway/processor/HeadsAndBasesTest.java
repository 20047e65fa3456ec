package dev.headway.processor;

import static dev.headway.processor.Chain.ADD_NAME;
import static dev.headway.processor.Chain.CREATE_USER;
import static dev.headway.processor.InMemory.compile;
import static dev.headway.processor.InMemory.compileWith;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A history has one beginning and one end, unless it says that it has branches. */
class HeadsAndBasesTest {
    private static final String ADD_PHONE = """
            @Revision(id = "27c6a30d7c24", down = «CreateUser.class»)
            public class AddPhone extends NoOp {}
            """;

    private static final String SEVERAL_HEADS =
            "[Headway:SEVERAL_HEADS] The history has 2 heads: ae1027a6acf0 (app.AddName), 27c6a30d7c24 (app.AddPhone)."
                    + " Merge them: run headway merge heads -m \"…\", or write a revision with down ="
                    + " {AddName.class, AddPhone.class}. If they are branches, give each a label of its"
                    + " own with"
                    + " branch = \"…\", or allow several heads with -Aheadway.heads=allow.";

    @Test
    void severalHeadsAreAnError() {
        compile(CREATE_USER, ADD_NAME, ADD_PHONE).failsWith(SEVERAL_HEADS);
        compileWith(List.of("-Aheadway.heads=error"), CREATE_USER, ADD_NAME, ADD_PHONE)
                .failsWith(SEVERAL_HEADS);
    }

    @Test
    void severalHeadsCanBeAWarning() {
        compileWith(List.of("-Aheadway.heads=warn"), CREATE_USER, ADD_NAME, ADD_PHONE)
                .warns(SEVERAL_HEADS);
    }

    @Test
    void severalHeadsCanBeAllowed() {
        compileWith(List.of("-Aheadway.heads=allow"), CREATE_USER, ADD_NAME, ADD_PHONE)
                .succeeds();
    }

    @Test
    void anotherValueOfTheOptionIsAnError() {
        compileWith(List.of("-Aheadway.heads=ignore"), CREATE_USER)
                .failsWith("[Headway:UNKNOWN_OPTION] -Aheadway.heads=ignore is unknown. Use error, warn or allow.");
    }

    @Test
    void headsWithALabelOfTheirOwnAreBranches() {
        compile(CREATE_USER, """
                        @Revision(down = CreateUser.class, branch = "names")
                        public class AddName extends NoOp {}
                        """, """
                        @Revision(down = AddName.class)
                        public class AddNickname extends NoOp {}
                        """, """
                        @Revision(down = CreateUser.class, branch = "phones")
                        public class AddPhone extends NoOp {}
                        """).succeeds();
    }

    @Test
    void headsThatShareTheirOnlyLabelAreNoBranches() {
        compile("""
                        @Revision(branch = "users")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(down = CreateUser.class, branch = "names")
                        public class AddName extends NoOp {}
                        """, """
                        @Revision(down = «CreateUser.class»)
                        public class AddPhone extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:SEVERAL_HEADS] The history has 2 heads: AddName (app.AddName), AddPhone (app.AddPhone)."
                                + " Merge them: run headway merge heads -m \"…\", or write a revision with down ="
                                + " {AddName.class, AddPhone.class}. If they are branches, give each a"
                                + " label of its own with branch = \"…\", or allow several heads"
                                + " with -Aheadway.heads=allow.");
    }

    @Test
    void reportsMissingDownOnceAtItsRevision() {
        compile(CREATE_USER, ADD_NAME, """
                        «@Revision(id = "27c6a30d7c24")»
                        public class AddPhone extends NoOp {}
                        """)
                .failsWith("[Headway:SEVERAL_BASES] The history has 2 bases: 27c6a30d7c24 (app.AddPhone), 1975ea83b712"
                        + " (app.CreateUser). Most often 'down' is missing: name the revision that comes before"
                        + " AddPhone. If several bases are intended, give each a label with branch = \"…\".");
    }

    @Test
    void aBaseWithoutLabelIsReportedThoughAnotherHasOne() {
        compile("""
                        @Revision(branch = "users")
                        public class CreateUser extends NoOp {}
                        """, """
                        «@Revision»
                        public class CreateOrder extends NoOp {}
                        """, """
                        @Revision(down = {CreateUser.class, CreateOrder.class})
                        public class Join extends NoOp {}
                        """)
                .failsWith("[Headway:SEVERAL_BASES] The history has 2 bases: CreateOrder (app.CreateOrder), CreateUser"
                        + " (app.CreateUser). Most often 'down' is missing: name the revision that comes before"
                        + " CreateOrder. If several bases are intended, give each a label with branch = \"…\".");
    }

    @Test
    void basesWithLabelsAreBranches() {
        compile("""
                        @Revision(branch = "users")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(branch = "orders")
                        public class CreateOrder extends NoOp {}
                        """).succeeds();
    }

    @Test
    void skipsHeadsAndBasesOfInvalidHistory() {
        compile(CREATE_USER, ADD_NAME, """
                        @Revision(id = «"head"»)
                        public class AddPhone extends NoOp {}
                        """)
                .failsWith("[Headway:RESERVED_ID] The id 'head' of app.AddPhone is reserved: it has a meaning of its"
                        + " own in commands. Give the revision another id - for example 'r_head'.");
    }
}
