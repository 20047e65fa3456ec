package dev.headway.internal.tooling.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.Configuration;
import dev.headway.error.CommandException;
import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {
    @TempDir
    private Path directory;

    private Project project(Map<String, String> settings) {
        return Project.in(directory, Configuration.ofThisProcess().in(directory).with(settings));
    }

    private Path write(String type, String annotation) throws IOException {
        Path file = directory.resolve("src/main/java/shop/" + type + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "package shop; @Revision(" + annotation + ") public class " + type + " {}");
    }

    private static NewRevision revision(String id, String message, RevisionInfo... down) {
        return new NewRevision(id, message, List.of(down), List.of(), List.of(), true);
    }

    private static RevisionInfo find(Project project, String id) {
        return project.history().graph().find(id).orElseThrow();
    }

    @Test
    void readsTheSourcesOnceUntilItWritesARevision() throws IOException {
        write("First", "id = \"a1\"");
        Project project = project(Map.of());
        ProjectHistory history = project.history();
        write("Late", "id = \"late\", down = First.class");

        assertThat(project.history()).isSameAs(history);
        project.write(revision("b2", "next", find(project, "a1")));
        assertThat(project.history().all()).extracting(RevisionInfo::id).contains("a1", "b2", "late");
    }

    @Test
    void writesBesideTheParent() throws IOException {
        write("First", "id = \"a1\"");
        Project project = project(Map.of());

        assertThat(project.write(revision("b2", "add index", find(project, "a1"))))
                .isEqualTo(directory.resolve("src/main/java/shop/AddIndex.java"));
    }

    @Test
    void writesToTheConfiguredPackageAndSources() {
        Project project = project(Map.of("package", "com.acme", "sources", "src"));

        assertThat(project.write(revision("a1", "first")))
                .isEqualTo(directory.resolve("src/com/acme/First.java"))
                .content()
                .startsWith("package com.acme;");
    }

    @Test
    void requiresAPackage() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> project(Map.of()).write(revision("a1", "first")))
                .withMessageContaining("The package of migrations is not set. Nothing was written.");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> project(Map.of("package", "my-shop")))
                .withMessageContaining("'my-shop' cannot be a package");
    }

    @Test
    void keepsExistingFile() throws IOException {
        Path file = write("First", "id = \"a1\"");
        String before = Files.readString(file);

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> project(Map.of("package", "shop")).write(revision("x9", "first")))
                .withMessageContaining("First.java exists, and stays as it is. Nothing was written.");
        assertThat(file).hasContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "head", "not valid"})
    void refusesRevisionThatWouldMakeTheHistoryInvalid(String id) throws IOException {
        write("First", "id = \"a1\"");
        Project project = project(Map.of());

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> project.write(revision(id, "next", find(project, "a1"))))
                .withMessageEndingWith("Nothing was written.");
    }

    @Test
    void squashMovesSuccessors() throws IOException {
        write("First", "id = \"a1\"");
        write("Second", "id = \"b2\", down = First.class");
        Path third = write("Third", "id = \"c3\", down = Second.class");
        Project project = project(Map.of());
        NewRevision squash = new NewRevision("s1", "baseline", List.of(), List.of(), List.of(), true)
                .replacing(List.of(find(project, "a1"), find(project, "b2")));

        List<Path> files = project.prepareSquash(squash).write(squash);

        assertThat(files).containsExactly(directory.resolve("src/main/java/shop/Baseline.java"), third);
        assertThat(third).content().contains("down = Baseline.class");
        assertThat(project.history().graph().revisions())
                .extracting(RevisionInfo::id)
                .containsExactly("s1", "c3");
    }

    @Test
    void squashWritesNothingIfASuccessorWasEdited() throws IOException {
        write("First", "id = \"a1\"");
        write("Second", "id = \"b2\", down = First.class");
        Path third = write("Third", "id = \"c3\", down = Second.class");
        Project project = project(Map.of());
        NewRevision squash = new NewRevision("s1", "baseline", List.of(), List.of(), List.of(), true)
                .replacing(List.of(find(project, "a1"), find(project, "b2")));
        PreparedSquash prepared = project.prepareSquash(squash);
        Files.writeString(third, Files.readString(third) + "\n");

        assertThatExceptionOfType(CommandException.class).isThrownBy(() -> prepared.write(squash));
        assertThat(directory.resolve("src/main/java/shop/Baseline.java")).doesNotExist();
    }

    @Test
    void registryOfSourcesRunsNothing() throws IOException {
        write("First", "id = \"a1\"");
        RevisionRegistry registry = project(Map.of()).history().registry();

        assertThat(registry.revisions()).extracting(RevisionInfo::id).containsExactly("a1");
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> registry.newMigration(0))
                .withMessage("Revision a1 (shop.First) was read from its source, so it cannot be run. Nothing was run."
                        + " Compile the project first.");
    }
}
