package dev.headway.processor;

/** Three revisions, each after the one before: where many tests begin. */
final class Chain {
    static final String CREATE_USER = """
            @Revision(id = "1975ea83b712")
            public class CreateUser extends NoOp {}
            """;

    static final String ADD_NAME = """
            @Revision(id = "ae1027a6acf0", down = CreateUser.class)
            public class AddName extends NoOp {}
            """;

    static final String ADD_PHONE = """
            @Revision(id = "27c6a30d7c24", down = AddName.class)
            public class AddPhone extends NoOp {}
            """;

    private Chain() {}
}
