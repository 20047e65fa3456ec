package dev.headway.internal.tooling.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {
    @TempDir
    private Path sources;

    private Path write(String file, String text) throws IOException {
        Path path = sources.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private RevisionDeclaration only() {
        List<RevisionDeclaration> all = new SourceReader(sources).read();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void readsEveryAttribute() throws IOException {
        Path file = write("shop/AddIndex.java", """
                package shop;
                import dev.headway.Revision;
                @Revision(id = "b2", down = First.class, dependsOn = {billing.Invoice.class}, branch = "ledger",
                    replaces = {"x1", "x" + "2"}, database = "main", message = ("add " + "it"))
                public final class AddIndex {}
                """);

        RevisionDeclaration revision = only();

        assertThat(revision.type()).isEqualTo("shop.AddIndex");
        assertThat(revision.packageName()).isEqualTo("shop");
        assertThat(revision.id()).isEqualTo("b2");
        assertThat(revision.down()).hasSize(1);
        assertThat(revision.dependsOn()).hasSize(1);
        assertThat(revision.branches()).containsExactly("ledger");
        assertThat(revision.replaces()).containsExactly("x1", "x2");
        assertThat(revision.database()).isEqualTo("main");
        assertThat(revision.message()).isEqualTo("add it");
        assertThat(revision.file()).isEqualTo(file);
    }

    @Test
    void readsRevisionsBesideFilesThatAreNotInUtf8() throws IOException {
        write("AddIndex.java", "@Revision class AddIndex {}");
        Files.write(sources.resolve("Old.java"), "/* caf\u00e9 */ class Old {}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(only().type()).isEqualTo("AddIndex");
    }

    @Test
    void refusesToChangeFileThatIsNotInUtf8() throws IOException {
        Path file = Files.write(
                sources.resolve("Old.java"), "/* caf\u00e9 */ class Old {}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> SourceText.toChange(file))
                .withMessageEndingWith("Save it in UTF-8, and run the command again.");
    }

    @Test
    void takesIdAndMessageFromClassName() throws IOException {
        write("AddIndex.java", "@Revision class AddIndex {}");

        assertThat(only().id()).isEqualTo("AddIndex");
        assertThat(only().message()).isEqualTo("add index");
        assertThat(only().packageName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Revision(", "@dev.headway.Revision("})
    void findsNestedClassesOrderedByPosition(String annotation) throws IOException {
        write(
                "shop/All.java",
                "package shop; class All { " + annotation + "id=\"a1\") static class One {} " + annotation
                        + "id=\"b2\") static class Two {} }");

        assertThat(new SourceReader(sources).read())
                .extracting(RevisionDeclaration::type)
                .containsExactly("shop.All.One", "shop.All.Two");
    }

    @Test
    void ignoresFilesWithoutRevisions() throws IOException {
        write("shop/Plain.java", "package shop; class Plain {}");
        write("shop/Mentioned.java", "package shop; /** See @Revision. */ class Mentioned {}");
        write("shop/notes.txt", "@Revision class No {}");

        assertThat(new SourceReader(sources).read()).isEmpty();
    }

    @Test
    void readsNothingFromMissingFolder() {
        assertThat(new SourceReader(sources.resolve("missing")).read()).isEmpty();
    }

    @Test
    void readsFilesWithSyntaxErrors() throws IOException {
        write("shop/Broken.java", "package shop; @Revision(id = \"a1\") class Broken { void upgrade( }");

        assertThat(only().id()).isEqualTo("a1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ids.FIRST", "first()", "\"a\" + Ids.FIRST"})
    void refusesTextThatMustBeCompiled(String expression) throws IOException {
        write("shop/First.java", "package shop; @Revision(id = " + expression + ") class First {}");

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> new SourceReader(sources).read())
                .withMessage("@Revision(id = " + expression
                        + ") of shop.First cannot be read without compiling. Write a plain string.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', Other.class, shop.Other",
        "import billing.Other;, Other.class, billing.Other",
        "import billing.*;, Other.class, billing.Other",
        "import billing.Outer;, Outer.Other.class, billing.Outer.Other",
        "'', billing.Other.class, billing.Other",
        "'', Nested.class, shop.Second.Nested"
    })
    void resolvesClassLiterals(String imported, String literal, String expected) throws IOException {
        String text = "package shop; " + imported + " @Revision(down = " + literal + ") class Second {}";
        write("shop/Second.java", text);

        ClassReference reference = only().down().get(0);

        assertThat(reference.candidates()).contains(expected);
        assertThat(text.substring(reference.start(), reference.end())).isEqualTo(literal);
    }
}
