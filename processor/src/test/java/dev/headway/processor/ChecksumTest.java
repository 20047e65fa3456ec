package dev.headway.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a change of a migration, and what does not. */
class ChecksumTest {
    private static final String SOURCE = """
            package app;

            @Revision(id = "1975ea83b712", branch = {"users", "main"})
            public final class CreateUser extends NoOp {
                private int rows = 1 + 2;

                @Override
                public void upgrade(Operations op) {
                    op.execute("INSERT INTO users VALUES ('{', '//')"); // the first
                }

                static class Nested {}
            }
            """;

    @Test
    void checksumIsTheSameForEveryCompiler() {
        assertThat(of(SOURCE)).hasValue("a1b4bebe7962b3bc");
    }

    @Test
    void ignoresLayoutAndComments() {
        assertThat(of(SOURCE.replaceAll("\\s+", " ").replace("// the first ", "/* the } second */"))
                        .orElseThrow())
                .isEqualTo(of(SOURCE).orElseThrow());
        assertThat(of(SOURCE.replace("\n", "\r\n"))).isEqualTo(of(SOURCE));
    }

    @Test
    void ignoresAnnotationHeaderAndSurroundingCode() {
        assertThat(of(SOURCE.replace("main", "other")
                        .replace("final class", "class")
                        .replace("extends NoOp", "extends @Odd({1, 2}) NoOp")
                        .replace("package app;", "package elsewhere; import static java.lang.Math.max;")
                        .concat("class Other { int more; }")))
                .isEqualTo(of(SOURCE));
    }

    @Test
    void ignoresRenamedClass() {
        String self = SOURCE.replace("private int", "private final CreateUser self = new CreateUser(); int");

        assertThat(checksum(self.replace("CreateUser", "CreateAccount"), List.of("CreateAccount")))
                .isEqualTo(of(self))
                .isNotEqualTo(of(SOURCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT", "'{'", "//", "rows", "1 + 2", "@Override", "Nested"})
    void detectsEveryOtherChange(String part) {
        assertThat(of(SOURCE.replace(part, "changed"))).isPresent().isNotEqualTo(of(SOURCE));
    }

    @Test
    void detectsSpaceInStringAndIgnoresIndentationOfTextBlock() {
        String block = "class A { String sql = \"\"\"\n    SELECT 1\n      FROM t\n    \"\"\"; }";

        assertThat(of(SOURCE.replace("INTO users", "INTO  users"))).isNotEqualTo(of(SOURCE));
        assertThat(checksum(block.replace("\n    ", "\n        "), List.of("A")))
                .isEqualTo(checksum(block, List.of("A")));
        assertThat(checksum(block.replace("  FROM", "FROM"), List.of("A"))).isNotEqualTo(checksum(block, List.of("A")));
    }

    @Test
    void digestsNestedClassAlone() {
        String outer = "interface Orders { int LIMIT = 1; class Create { int a; } record Drop(int a) { int b() {} } }";

        assertThat(checksum(outer, List.of("Orders", "Create")))
                .isEqualTo(checksum("class Create { int a; }", List.of("Create")))
                .isEqualTo(checksum(outer.replace("LIMIT", "MAX"), List.of("Orders", "Create")));
        assertThat(checksum(outer, List.of("Orders", "Drop")))
                .isEqualTo(checksum("class Drop { int b() {} }", List.of("Drop")));
    }

    @Test
    void returnsNoChecksumForSourceWithoutTheClass() {
        assertThat(checksum(SOURCE, List.of("Another"))).isEmpty();
        assertThat(checksum("class A { \"unfinished", List.of("A"))).isPresent();
    }

    private static Optional<String> of(String source) {
        return checksum(source, List.of("CreateUser"));
    }

    private static Optional<String> checksum(String source, List<String> names) {
        return Checksum.of(JavaTokens.of(source), names);
    }
}
