package dev.headway.internal.tooling.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessorRewriterTest {
    private static final Set<String> KNOWN = Set.of("shop.First", "shop.Second", "shop.Third", "other.Second");
    private static final Set<String> REPLACED = Set.of("shop.First", "shop.Second");

    @TempDir
    private Path sources;

    private FileChange change(String text) throws IOException {
        Path file = Files.writeString(sources.resolve("Third.java"), text);
        return new SuccessorRewriter(KNOWN, REPLACED, "shop", "Baseline")
                .change(file, new SourceReader(sources).read());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "package shop; @Revision(down = Second.class) class Third {}"
                        + " | package shop; @Revision(down = Baseline.class) class Third {}",
                "package shop; @Revision(down = { Second.class , Fourth.class }) class Third {}"
                        + " | package shop; @Revision(down = { Baseline.class , Fourth.class }) class Third {}",
                "package shop; @Revision(dependsOn = shop.First.class) class Third {}"
                        + " | package shop; @Revision(dependsOn = Baseline.class) class Third {}",
                "package late; import shop.*; @Revision(down = Second.class) class Third {}"
                        + " | package late; import shop.*; @Revision(down = shop.Baseline.class) class Third {}"
            })
    void changesOnlyTheClassLiteral(String before, String after) throws IOException {
        FileChange change = change(before);

        assertThat(change.after()).isEqualTo(after);
        change.requireUnedited();
        change.write();
        assertThat(sources.resolve("Third.java")).hasContent(after);
    }

    @Test
    void keepsReferencesToOtherClassesOfTheSameName() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() ->
                        change("package shop; import other.Second; @Revision(down = Second.class) class Third {}"))
                .withMessageContaining("Third.java comes after a revision that is replaced")
                .withMessageContaining("Nothing was written.");
    }

    @Test
    void refusesFileThatWasEditedMeanwhile() throws IOException {
        FileChange change = change("package shop; @Revision(down = Second.class) class Third {}");
        Files.writeString(change.file(), "package shop; // edited");

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(change::requireUnedited)
                .withMessageEndingWith(
                        "Third.java was edited while the command ran. Nothing was written. Run the command again.");
    }
}
