package dev.headway.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.Migrations;
import dev.headway.error.InvalidHistoryException;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoriesOfSeveralJarsTest {
    private static final String CREATE_USER = """
            package com.acme.base;
            @Revision(id = "1975ea83b712")
            public class CreateUser implements Migration {
                @Override public void upgrade(Operations op) { op.execute("create table account (id int)"); }
            }
            """;

    private static final String ADD_NAME = """
            @Revision(id = "ae1027a6acf0", down = com.acme.base.CreateUser.class)
            public class AddName implements Migration {
                @Override public void upgrade(Operations op) { op.execute("alter table account add name varchar(9)"); }
            }
            """;

    private static final String ADD_NAME_IN_THE_MIDDLE = "package com.acme.middle;\n" + ADD_NAME;

    @TempDir
    Path folder;

    private Path base;

    @BeforeEach
    void makeTheJarThatOthersBuildOn() throws IOException {
        base = jar("base", CREATE_USER);
    }

    @Test
    void aRevisionMayHaveItsParentInAnotherJar() throws Exception {
        Project app = app(ADD_NAME);

        app.compile().succeeds();

        assertThat(app.revisions()).containsExactly("app.AddName");
        DataSource database = database();
        assertThat(migrate(database, base, app.jar())).containsExactly("1975ea83b712", "ae1027a6acf0");
        try (Connection connection = database.getConnection();
                ResultSet columns = connection.getMetaData().getColumns(null, null, "ACCOUNT", null)) {
            assertThat(names(columns)).containsExactly("ID", "NAME");
        }
    }

    @Test
    void aRevisionMayDependOnOneInAnotherJar() throws Exception {
        Project app = app("""
                @Revision(id = "3ac1f6b59f2e", dependsOn = com.acme.base.CreateUser.class, branch = "orders")
                public class CreateOrder extends NoOp {}
                """);

        app.compile().succeeds();

        assertThat(migrate(database(), base, app.jar())).containsExactly("1975ea83b712", "3ac1f6b59f2e");
    }

    @Test
    void aParentInAnotherJarMayHaveItsOwnParentInAThird() throws Exception {
        Path middle = jar("middle", ADD_NAME_IN_THE_MIDDLE, base);
        Project app = new Project(folder.resolve("app"), base, middle).write("""
                        @Revision(id = "27c6a30d7c24", down = com.acme.middle.AddName.class)
                        public class AddPhone extends NoOp {}
                        """);

        app.compile().succeeds();

        assertThat(migrate(database(), base, middle, app.jar()))
                .containsExactly("1975ea83b712", "ae1027a6acf0", "27c6a30d7c24");
    }

    @Test
    void refusesIdOfAnotherJar() throws Exception {
        app("""
                        @Revision(id = «"1975ea83b712"», down = com.acme.base.CreateUser.class)
                        public class AddName extends NoOp {}
                        """)
                .compile()
                .failsWith(
                        "[Headway:DUPLICATE_ID] The id '1975ea83b712' is used twice: by com.acme.base.CreateUser and by"
                                + " app.AddName. Give the newer of them an id of its own.");
    }

    @Test
    void aParentInAnotherJarMayBeRedundantToo() throws Exception {
        app(ADD_NAME, """
                        @Revision(id = "27c6a30d7c24", down = {AddName.class, «com.acme.base.CreateUser.class»})
                        public class AddPhone extends NoOp {}
                        """)
                .compile()
                .failsWith("[Headway:REDUNDANT_PARENT] 27c6a30d7c24 (app.AddPhone) names 1975ea83b712"
                        + " (com.acme.base.CreateUser) in 'down', which is already an ancestor of another parent."
                        + " Remove it.");
    }

    @Test
    void aSecondBaseBesideThatOfAnotherJarNeedsALabel() throws Exception {
        app("""
                        «@Revision(id = "3ac1f6b59f2e", dependsOn = com.acme.base.CreateUser.class)»
                        public class CreateOrder extends NoOp {}
                        """)
                .compile()
                .failsWith("[Headway:SEVERAL_BASES] The history has 2 bases: 1975ea83b712 (com.acme.base.CreateUser),"
                        + " 3ac1f6b59f2e (app.CreateOrder). Most often 'down' is missing: name the"
                        + " revision that comes before CreateOrder. If several bases are"
                        + " intended, give each a label with branch = \"…\".");
    }

    @Test
    void ignoresHeadsOfAnotherJar() throws Exception {
        Path branched = jar(
                "branched",
                "package com.acme.b1;\n@Revision(branch = \"a\") public class Start extends NoOp {}",
                "package com.acme.b2;\n@Revision(branch = \"b\") public class Other extends NoOp {}");
        Project app = new Project(folder.resolve("app"), branched).write("""
                        @Revision(id = "27c6a30d7c24", down = com.acme.b1.Start.class, dependsOn = com.acme.b2.Other.class)
                        public class AddPhone extends NoOp {}
                        """);

        app.compile().succeeds();
    }

    @Test
    void aJarThatIsMissingFromTheClassPathIsAnError() throws Exception {
        Path middle = jar("middle", ADD_NAME_IN_THE_MIDDLE, base);
        Project app = new Project(folder.resolve("app"), middle).write("""
                        @Revision(id = "27c6a30d7c24", down = com.acme.middle.AddName.class)
                        public class AddPhone extends NoOp {}
                        """);

        app.compile()
                .failsWith(
                        "[Headway:JAR_MISSING] com.acme.middle.AddName comes from another jar, and names a class in 'down'"
                                + " or 'dependsOn' that is not on the class path. Add the jar that contains it,"
                                + " in the version that"
                                + " com.acme.middle.AddName was compiled with.");
    }

    @Test
    void aRevisionOfAnotherJarWhoseParentIsNoLongerOneIsAnError() throws Exception {
        Path middle = jar("middle", ADD_NAME_IN_THE_MIDDLE, base);
        Path other = jar("other", "package com.acme.base;\npublic class CreateUser extends NoOp {}");
        Project app = new Project(folder.resolve("app"), middle, other).write("""
                        @Revision(id = "27c6a30d7c24", down = com.acme.middle.AddName.class)
                        public class AddPhone extends NoOp {}
                        """);

        app.compile()
                .failsWith(
                        "[Headway:NOT_A_REVISION] com.acme.middle.AddName names com.acme.base.CreateUser in 'down', which"
                                + " is not annotated with @Revision. Annotate it, or name the intended revision.");
    }

    @Test
    void refusesJarsThatDoNotMatch() throws Exception {
        Path twin = jar("twin", CREATE_USER.replace("base", "twin"));
        Project app = new Project(folder.resolve("app"), base, twin).write("""
                        @Revision(id = "27c6a30d7c24", down = {com.acme.base.CreateUser.class, com.acme.twin.CreateUser.class})
                        public class Join extends NoOp {}
                        """);

        app.compile()
                .failsWith(
                        "[Headway:DUPLICATE_ID] The id '1975ea83b712' is used twice: by com.acme.base.CreateUser and by"
                                + " com.acme.twin.CreateUser. Give the newer of them an id of its own.");
    }

    @Test
    void aNewerJarWithAnotherIdIsRefusedAtRunTime() throws Exception {
        Project app = app(ADD_NAME);
        app.compile().succeeds();
        Path newer = jar("newer", CREATE_USER.replace("1975ea83b712", "create_user"));

        assertThatThrownBy(() -> migrate(database(), newer, app.jar()))
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessage("The history is not sound: ae1027a6acf0 (app.AddName) names '1975ea83b712' in 'down', but"
                        + " no revision has this id. Check whether a jar is missing from the class path,"
                        + " or is older than the one at compile time.");
    }

    private Project app(String... sources) throws IOException {
        return new Project(folder.resolve("app"), base).write(sources);
    }

    private Path jar(String name, String source, Path... classPath) throws IOException {
        return jar(new Project(folder.resolve(name), classPath).write(source));
    }

    private Path jar(String name, String source, String other) throws IOException {
        return jar(new Project(folder.resolve(name)).write(source, other));
    }

    private static Path jar(Project project) throws IOException {
        project.compile().succeeds();
        return project.jar();
    }

    private DataSource database() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + folder.getFileName() + ";db_close_delay=-1", "", "");
    }

    /** Applies the revisions of these jars, found as an application finds them; returns the ids in the order applied. */
    private static List<String> migrate(DataSource database, Path... jars) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = Project.loader(jars)) {
            thread.setContextClassLoader(loader);
            return Migrations.on(database).upgrade("heads").steps().stream()
                    .map(step -> step.revision().id())
                    .toList();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<String> names(ResultSet columns) throws SQLException {
        List<String> names = new ArrayList<>();
        while (columns.next()) {
            names.add(columns.getString("COLUMN_NAME"));
        }
        return names;
    }
}
