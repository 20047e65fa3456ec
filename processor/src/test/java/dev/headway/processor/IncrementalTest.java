package dev.headway.processor;

import static dev.headway.processor.Chain.ADD_NAME;
import static dev.headway.processor.Chain.ADD_PHONE;
import static dev.headway.processor.Chain.CREATE_USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.graph.RevisionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations that see some of the sources leave the same registry as those that see all. */
class IncrementalTest {
    private static final String UNRELATED = "public class Unrelated {}";

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void compileAll() throws IOException {
        project = new Project(folder).write(CREATE_USER, ADD_NAME, ADD_PHONE, UNRELATED);
        project.compile().succeeds();
    }

    @Test
    void recompilingOneRevisionKeepsTheOthers() throws IOException {
        project.write("""
                @Revision(id = "ae1027a6acf0", down = CreateUser.class, message = "another")
                public class AddName extends NoOp {}
                """);

        project.compile("app.AddName").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
        try (var loader = Project.loader(project.output(""))) {
            assertThat(Project.registries(loader).get(0).revisions())
                    .extracting(revision -> revision.message())
                    .containsExactly("another", "add phone", "create user");
        }
    }

    @Test
    void recompilingOneRevisionKeepsTheChecksumsOfTheOthers() throws IOException {
        List<Optional<String>> before = checksums();
        project.write("""
                @Revision(id = "ae1027a6acf0", down = CreateUser.class)
                public class AddName extends NoOp { int changed; }
                """);

        project.compile("app.AddName").succeeds();

        List<Optional<String>> after = checksums();
        assertThat(after.get(0)).isPresent().isNotEqualTo(before.get(0));
        assertThat(after.subList(1, 3)).isEqualTo(before.subList(1, 3)).allMatch(Optional::isPresent);
    }

    private List<Optional<String>> checksums() throws IOException {
        try (var loader = Project.loader(project.output(""))) {
            return Project.registries(loader).get(0).revisions().stream()
                    .map(RevisionInfo::checksum)
                    .toList();
        }
    }

    @Test
    void aNewRevisionJoinsThoseCompiledBefore() throws IOException {
        project.write("""
                @Revision(id = "3ac1f6b59f2e", down = AddPhone.class)
                public class AddAge extends NoOp {}
                """);

        project.compile("app.AddAge").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddAge", "app.AddName", "app.AddPhone", "app.CreateUser");
    }

    @Test
    void aNewRevisionIsCheckedAgainstThoseCompiledBefore() throws IOException {
        project.write("""
                @Revision(id = "3ac1f6b59f2e", down = «AddName.class»)
                public class AddAge extends NoOp {}
                """);

        project.compile("app.AddAge")
                .failsWith("[Headway:SEVERAL_HEADS] The history has 2 heads: 3ac1f6b59f2e (app.AddAge), 27c6a30d7c24"
                        + " (app.AddPhone). Merge them: run headway merge heads -m \"…\", or write a revision"
                        + " with down = {AddAge.class, AddPhone.class}. If they are branches, give each a"
                        + " label of its own with branch = \"…\", or allow several heads with"
                        + " -Aheadway.heads=allow.");
        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }

    @Test
    void aDeletedRevisionIsGoneWhenAnotherIsCompiled() throws IOException {
        project.delete("app.AddPhone");

        project.compile("app.AddName").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.CreateUser");
    }

    @Test
    void aDeletedRevisionIsGoneWhenAnythingIsCompiled() throws IOException {
        project.delete("app.AddPhone");

        project.compile("app.Unrelated").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.CreateUser");
    }

    @Test
    void theFirstRevisionCanBeReplaced() throws IOException {
        project.delete("app.CreateUser").write("""
                        @Revision(id = "1975ea83b712")
                        public class CreateAccount extends NoOp {}
                        """, ADD_NAME.replace("CreateUser", "CreateAccount"));

        project.compile("app.CreateAccount", "app.AddName").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateAccount");
    }

    @Test
    void aDeletedParentOfACompiledRevisionIsAnError() throws IOException {
        project.delete("app.AddName");

        project.compile("app.CreateUser")
                .failsWith("[Headway:GONE] app.AddPhone was compiled before, and names a class in 'down' or"
                        + " 'dependsOn' that no longer exists. Compile app.AddPhone again, or restore"
                        + " that class.");
    }

    @Test
    void theDescendantsOfARevisionWithoutItsParentAreNotReportedToo() throws IOException {
        project.delete("app.CreateUser");

        project.compile("app.Unrelated")
                .failsWith("[Headway:GONE] app.AddName was compiled before, and names a class in 'down' or"
                        + " 'dependsOn' that no longer exists. Compile app.AddName again, or restore that"
                        + " class.");
    }

    @Test
    void allRevisionsCanBeDeleted() throws IOException {
        project.delete("app.AddPhone").delete("app.AddName").delete("app.CreateUser");

        project.compile("app.Unrelated").succeeds();

        assertThat(project.revisions()).isEmpty();
    }

    @Test
    void aClassThatIsNoLongerAnnotatedIsNoLongerARevision() throws IOException {
        project.write("public class AddPhone extends NoOp {}");

        project.compile("app.AddPhone").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.CreateUser");
    }

    @Test
    void aParentThatIsNoLongerAnnotatedIsAnError() throws IOException {
        project.write("public class AddName extends NoOp {}");

        project.compile("app.AddName")
                .failsWith(
                        "[Headway:NOT_A_REVISION] app.AddPhone names app.AddName in 'down', which is not annotated with"
                                + " @Revision. Annotate it, or name the intended revision.");
    }

    @Test
    void anUnrelatedChangeRewritesNothing() throws IOException {
        Path registries = project.output(OutputFolder.SERVICES);
        Files.writeString(registries, "# left alone\n" + Files.readString(registries));

        project.compile("app.Unrelated").succeeds();

        assertThat(registries).content().startsWith("# left alone");
        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }

    @Test
    void aFailedCompilationLeavesTheRegistryAsItWas() throws IOException {
        project.write(
                "@Revision(id = \"27c6a30d7c24\", down = AddName.class) public class AddPhone extends NoOp { int x = y; }");
        project.compile("app.AddPhone").failsInJavacWith("cannot find symbol");

        project.write(ADD_PHONE);
        project.compile("app.AddPhone").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }

    @Test
    void withoutTheOutputFolderOnTheClassPathSomeSourcesAreNotEnough() throws IOException {
        project.hideOutput();

        project.compile("app.CreateUser")
                .failsWith(
                        "[Headway:HIDDEN] app.AddName was compiled into the output folder before, but this compilation"
                                + " cannot see it. Compile its source too, put the output folder on the class path, or, if"
                                + " the source is gone, delete the class file.",
                        "[Headway:HIDDEN] app.AddPhone was compiled into the output folder before, but this compilation"
                                + " cannot see it. Compile its source too, put the output folder on the class path, or, if"
                                + " the source is gone, delete the class file.");
    }

    @Test
    void withoutTheOutputFolderOnTheClassPathAllSourcesAreEnough() throws IOException {
        project.hideOutput();

        project.compile().succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }

    @Test
    void aRevisionsClassNameMayHoldADollar() throws IOException {
        project.write("""
                @Revision(id = "3ac1f6b59f2e", down = AddPhone.class)
                public class Add$Age extends NoOp {}
                """, """
                public class Users {
                    @Revision(id = "4d8e11c2ab90", down = Add$Age.class)
                    public static class AddIndex extends NoOp {}
                }
                """);
        project.compile("app.Add$Age", "app.Users").succeeds();

        project.compile("app.CreateUser").succeeds();

        assertThat(project.revisions())
                .containsExactly("app.Add$Age", "app.AddName", "app.AddPhone", "app.CreateUser", "app.Users.AddIndex");
    }

    /** Gradle deletes what an aggregating processor wrote, and presents the class files of all annotated classes. */
    @Test
    void classFilesPresentedAsGradleDoesAreRevisionsToo() throws IOException {
        Files.delete(project.output(OutputFolder.REVISIONS));
        Files.delete(project.output(OutputFolder.SERVICES));
        Files.delete(project.output("app/CreateUser_RevisionRegistry.class"));

        project.compile(List.of("app.CreateUser", "app.AddPhone"), "app.AddName")
                .succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }
}
