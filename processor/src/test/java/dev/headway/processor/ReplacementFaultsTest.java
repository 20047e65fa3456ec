package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;

import org.junit.jupiter.api.Test;

class ReplacementFaultsTest {
    @Test
    void whatIsReplacedIsGone() {
        compile("""
                        @Revision(id = "1975ea83b712")
                        public class CreateUser extends NoOp {}
                        """, """
                        @Revision(id = "ae1027a6acf0", down = CreateUser.class, replaces = {"a1", «"1975ea83b712"»})
                        public class Squashed extends NoOp {}
                        """)
                .failsWith(
                        "[Headway:BAD_REPLACEMENT] ae1027a6acf0 (app.Squashed) replaces '1975ea83b712', which is still in"
                                + " the history as app.CreateUser. Delete that class, or do not replace it.");
    }

    @Test
    void anIdIsReplacedOnce() {
        compile("""
                        @Revision(id = "1975ea83b712", replaces = "a1")
                        public class Squashed extends NoOp {}
                        """, """
                        @Revision(id = "ae1027a6acf0", down = Squashed.class, replaces = «"a1"»)
                        public class SquashedToo extends NoOp {}
                        """)
                .failsWith("[Headway:BAD_REPLACEMENT] 'a1' is replaced twice: by 1975ea83b712 (app.Squashed) and by"
                        + " ae1027a6acf0 (app.SquashedToo). Let one of them replace it.");
    }

    @Test
    void whatIsReplacedIsAnId() {
        compile("""
                @Revision(id = "1975ea83b712", replaces = {"a1", «"a 2"»})
                public class Squashed extends NoOp {}
                """)
                .failsWith(
                        "[Headway:BAD_REPLACEMENT] 1975ea83b712 (app.Squashed) replaces 'a 2', which is malformed: an id"
                                + " is 1 to 64 of A-Z a-z 0-9 _ ..");
    }
}
