package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;

import org.junit.jupiter.api.Test;

/** Faults that do not follow from one another are all reported in one compile, each at its place. */
class SeveralFaultsTest {
    private static final String CREATE_USER = """
            @Revision(id = "1975ea83b712")
            public class CreateUser extends NoOp {}
            """;

    @Test
    void faultsOfSeveralClassesAreReportedTogether() {
        compile(CREATE_USER, """
                        @Revision(id = «"add name"», down = CreateUser.class)
                        public class AddName extends NoOp {}
                        """, """
                        @Revision(down = «String.class»)
                        public class AddPhone extends NoOp {}
                        """, """
                        «@Revision(down = CreateUser.class)»
                        public class AddAge {}
                        """)
                .failsWith(
                        "[Headway:MALFORMED_ID] The id 'add name' of app.AddName is malformed: an id is 1 to 64 of A-Z a-z"
                                + " 0-9 _ . - for example 'add_name'.",
                        "[Headway:NOT_A_REVISION] app.AddPhone names java.lang.String in 'down', which is not annotated with"
                                + " @Revision. Annotate it, or name the intended revision.",
                        "[Headway:NOT_A_MIGRATION] app.AddAge is annotated with @Revision but is not a Migration."
                                + " Implement dev.headway.Migration.");
    }

    @Test
    void faultsOfOneClassAreReportedTogether() {
        compile(CREATE_USER, """
                        @Revision(
                                id = «"current"»,
                                down = {
                                    CreateUser.class,
                                    «CreateUser.class»,
                                    «AddName.class»
                                },
                                message = "add name",
                                branch = {
                                    "names",
                                    «"na mes"»
                                })
                        public class AddName extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:RESERVED_ID] The id 'current' of app.AddName is reserved: it has a meaning of"
                                + " its own in commands. Give the revision another id - for example 'r_current'.",
                        "[Headway:REPEATED_REFERENCE] current (app.AddName) names 1975ea83b712 (app.CreateUser) twice in"
                                + " 'down'. Name it once.",
                        "[Headway:SELF_REFERENCE] current (app.AddName) names itself in 'down'. Name the revision that comes"
                                + " before it, or omit 'down'.",
                        "[Headway:MALFORMED_LABEL] The branch label 'na mes' of current (app.AddName) is malformed: a label"
                                + " is 1 to 64 of A-Z a-z 0-9 _ . - for example 'na_mes'.");
    }

    @Test
    void theOnlyEntryOfAnArrayIsUnderlinedWithItsBraces() {
        String message =
                "[Headway:SELF_REFERENCE] AddName (app.AddName) names itself in 'down'. Name the revision that comes"
                        + " before it, or omit 'down'.";
        compile("""
                @Revision(
                        message = "add name",
                        down = «{AddName.class}»)
                public class AddName extends NoOp {}
                """).failsWith(message);
        compile("""
                @Revision(
                        message = "add name",
                        down = «AddName.class»)
                public class AddName extends NoOp {}
                """).failsWith(message);
    }
}
