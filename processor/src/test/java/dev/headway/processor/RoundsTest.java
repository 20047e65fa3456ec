package dev.headway.processor;

import static dev.headway.processor.Chain.ADD_NAME;
import static dev.headway.processor.Chain.ADD_PHONE;
import static dev.headway.processor.Chain.CREATE_USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that another processor generates are revisions like those written by hand. */
class RoundsTest {
    @TempDir
    Path folder;

    @Test
    void aGeneratedRevisionNamesOneWrittenByHand() throws IOException {
        Project project = project(ADD_NAME).write(CREATE_USER);

        project.compile().succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.CreateUser");
    }

    @Test
    void aRevisionWrittenByHandNamesAGeneratedOne() throws IOException {
        Project project = project(CREATE_USER).write(ADD_NAME);

        project.compile().succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.CreateUser");
    }

    @Test
    void handwrittenAndGeneratedRevisionsAlternate() throws IOException {
        Project project = project(ADD_NAME).write(CREATE_USER, ADD_PHONE);

        project.compile().succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }

    @Test
    void allMayBeGenerated() throws IOException {
        Project project = project(CREATE_USER, ADD_NAME).write("public class Unrelated {}");

        project.compile().succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.CreateUser");
    }

    @Test
    void aRevisionMayExtendAGeneratedClass() throws IOException {
        Project project = project("public class Base extends NoOp {}")
                .write(CREATE_USER, ADD_NAME.replace("NoOp", "Base"), ADD_PHONE);

        project.compile().succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }

    @Test
    void readsRevisionAgainWhenItsSuperclassIsGenerated() throws IOException {
        Project project = project("public class Base {}").write("""
                        «@Revision(id = "1975ea83b712")»
                        public class CreateUser extends Base {}
                        """);

        project.compile()
                .failsWith("[Headway:NOT_A_MIGRATION] app.CreateUser is annotated with @Revision but is not a"
                        + " Migration. Implement dev.headway.Migration.");
    }

    @Test
    void aGeneratedRevisionIsCheckedToo() throws IOException {
        Project project =
                project(ADD_NAME.replace("CreateUser", "Unrelated")).write(CREATE_USER, "public class Unrelated {}");

        project.compile()
                .onlyError()
                .isEqualTo(
                        "[Headway:NOT_A_REVISION] app.AddName names app.Unrelated in 'down', which is not annotated with"
                                + " @Revision. Annotate it, or name the intended revision.");
    }

    @Test
    void checksHeadsAndBasesInTheLastRound() throws IOException {
        Project project = project("""
                @Revision(down = {AddName.class, AddPhone.class})
                public class Join extends NoOp {}
                """).write(CREATE_USER, ADD_NAME, ADD_PHONE.replace("AddName", "CreateUser"));

        project.compile().succeeds();
    }

    @Test
    void generatedRevisionsJoinThoseCompiledBefore() throws IOException {
        Project project = new Project(folder).write(CREATE_USER, ADD_NAME, "public class Unrelated {}");
        project.compile().succeeds();
        project.processors(() -> List.of(new GeneratingProcessor(ADD_PHONE)));

        project.compile("app.Unrelated").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }

    @Test
    void regeneratesRevision() throws IOException {
        Project project = project(ADD_NAME).write(CREATE_USER, ADD_PHONE);
        project.compile().succeeds();

        project.compile("app.AddPhone").succeeds();

        assertThat(project.revisions()).containsExactly("app.AddName", "app.AddPhone", "app.CreateUser");
    }

    private Project project(String... generated) {
        return new Project(folder).processors(() -> List.of(new GeneratingProcessor(generated)));
    }
}
