package dev.headway.processor;

import static dev.headway.processor.InMemory.compile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headway.graph.RevisionInfo;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories of several databases in one compilation. */
class DatabaseFaultsTest {
    private static final String SHOP = """
            @Revision(id = "1975ea83b712")
            public class CreateUser extends NoOp {}
            """;
    private static final String BILLING = """
            @Revision(id = "1975ea83b712", database = "billing")
            public class CreateBill extends NoOp {}
            """;

    @Test
    void eachDatabaseHasItsOwnHistory(@TempDir Path folder) throws IOException {
        Project project = new Project(folder).write(SHOP, BILLING);

        project.compile().succeeds();

        try (var loader = Project.loader(project.output(""))) {
            assertThat(Project.registries(loader).get(0).revisions())
                    .extracting(RevisionInfo::type, RevisionInfo::database)
                    .containsExactly(tuple("app.CreateBill", "billing"), tuple("app.CreateUser", ""));
        }
    }

    @Test
    void refusesReferenceToOtherDatabase() {
        compile(SHOP, """
                @Revision(id = "ae1027a6acf0", down = «CreateUser.class», database = "billing")
                public class CreateBill extends NoOp {}
                """)
                .failsWith("[Headway:OTHER_DATABASE] app.CreateBill is for the database 'billing', and names"
                        + " app.CreateUser in 'down', which is for the default database. Each database has a"
                        + " history of its own: name a revision for the same database, or fix one of them"
                        + " with database ="
                        + " \"…\".");
    }

    @Test
    void reportsHeadsOfEachDatabase() {
        compile(BILLING, SHOP, """
                @Revision(id = "a", down = CreateBill.class, database = "billing")
                public class AddNet extends NoOp {}
                """, """
                @Revision(id = "b", down = «CreateBill.class», database = "billing")
                public class AddTax extends NoOp {}
                """)
                .failsWith("[Headway:SEVERAL_HEADS] The history has 2 heads: a (app.AddNet), b (app.AddTax). Merge"
                        + " them: run headway merge heads --database=billing -m \"…\", or write a"
                        + " revision with down = {AddNet.class, AddTax.class}. If they are"
                        + " branches, give each a label of its own with"
                        + " branch = \"…\", or allow several heads with -Aheadway.heads=allow.");
    }

    @Test
    void refusesMalformedDatabaseName() {
        compile("""
                @Revision(id = "1975ea83b712", database = «"Bill ing"»)
                public class CreateBill extends NoOp {}
                """)
                .failsWith("[Headway:MALFORMED_DATABASE] The database 'Bill ing' of 1975ea83b712 (app.CreateBill) has a"
                        + " malformed name. A name is a lower-case letter followed by up to 63 of a-z 0-9 _,"
                        + " since it is part of settings such as headway.billing.url.");
    }
}
