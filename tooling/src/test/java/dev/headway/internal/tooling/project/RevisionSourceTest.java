package dev.headway.internal.tooling.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.CodeBlock;
import dev.headway.graph.RevisionInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionSourceTest {
    private static final RevisionInfo FIRST = RevisionInfo.of("a1", "first").declaredBy("shop.migrations.First");
    private static final RevisionInfo OTHER = RevisionInfo.of("o1", "other").declaredBy("billing.Other");

    private static String source(NewRevision revision, String database) {
        return new RevisionSource(revision, database, RevisionClass.of(revision, "shop.migrations")).toString();
    }

    private static NewRevision revision(String message, RevisionInfo... down) {
        return new NewRevision("b2", message, List.of(down), List.of(), List.of(), true);
    }

    @Test
    void writesWholeClass() {
        assertThat(source(revision("add index", FIRST), "")).isEqualTo("""
                package shop.migrations;

                import dev.headway.Migration;
                import dev.headway.Revision;
                import dev.headway.op.Operations;

                @Revision(id = "b2", down = First.class)
                public final class AddIndex implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        // op.createTable("account", t -> t.bigint("id").identity().primaryKey());
                    }

                    @Override
                    public void downgrade(Operations op) throws Exception {
                        // Derived from the upgrade. Where it cannot be, write it by hand.
                        op.undo(this::upgrade);
                    }
                }
                """);
    }

    @Test
    void importsParentsOfOtherPackages() {
        assertThat(source(revision("next", OTHER), ""))
                .contains("import billing.Other;", "@Revision(id = \"b2\", down = Other.class)");
    }

    @Test
    void writesMessageIfTheClassNameDoesNotTellIt() {
        assertThat(source(revision("add the user's index", FIRST), ""))
                .contains("message = \"add the user's index\"", "class AddTheUsersIndex ");
        assertThat(source(revision("日本", FIRST), "")).contains("message = \"日本\"", "class RevisionB2 ");
    }

    @Test
    void writesDatabaseBranchesDependenciesAndReplacedRevisions() {
        NewRevision revision = new NewRevision("b2", "next", List.of(FIRST), List.of(OTHER), List.of("ledger"), true)
                .replacing(List.of(FIRST));

        assertThat(source(revision, "billing").replaceAll("\\s+", " "))
                .contains("id = \"b2\"")
                .contains("database = \"billing\"")
                .contains("dependsOn = Other.class")
                .contains("branch = \"ledger\"")
                .contains("replaces = \"a1\"");
    }

    @Test
    void namesTheParentsOfAMerge() {
        assertThat(source(revision("join", FIRST, OTHER), ""))
                .contains("down = {First.class, Other.class}")
                .contains("// Joins a1 and o1; there is nothing to do.");
    }

    @Test
    void writesGivenStatements() {
        NewRevision.Body body = new NewRevision.Body(
                CodeBlock.of("op.dropTable($S);\n", "t"), CodeBlock.of("op.createTable($S, t -> {});\n", "t"));

        assertThat(source(revision("drop t", FIRST).doing(body), ""))
                .contains("        op.dropTable(\"t\");\n", "        op.createTable(\"t\", t -> {});\n")
                .doesNotContain("op.undo", "throws");
    }

    @Test
    void omitsDerivedDowngradeOnRequest() {
        NewRevision revision = new NewRevision("b2", "next", List.of(), List.of(), List.of(), false);

        assertThat(source(revision, "")).doesNotContain("downgrade");
    }

    @Test
    void namesClassAfterIdIfTheMessageIsATakenName() {
        assertThat(source(revision("revision", FIRST), "")).contains("class RevisionB2 ", "message = \"revision\"");
        assertThat(source(revision("object", FIRST), "")).contains("class RevisionB2 ");
    }
}
