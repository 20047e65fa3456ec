package dev.headway.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class DrawingTest {
    private static final RevisionInfo HOSTILE = RevisionInfo.of("h", "<script>alert(\"x\")</script> & \\ ; # \u0007");

    @Test
    void aChainIsALine() {
        assertThat(text(revision("a"), revision("b", "a"), revision("c", "b"))).isEqualTo("""
                * c
                * b
                * a
                """);
    }

    @Test
    void aForkOpensALane() {
        assertThat(text(revision("a"), revision("b", "a"), revision("c", "a"))).isEqualTo("""
                * c
                | * b
                |/
                * a
                """);
    }

    @Test
    void aMergeJoinsTwo() {
        assertThat(text(
                        revision("a"),
                        revision("b", "a"),
                        revision("b2", "b"),
                        revision("c", "a"),
                        revision("d", "b2", "c"),
                        revision("e", "d")))
                .isEqualTo("""
                        * e
                        * d
                        |\\
                        | * c
                        * | b2
                        * | b
                        |/
                        * a
                        """);
    }

    @Test
    void aMergeJoinsThree() {
        assertThat(text(
                        revision("a"),
                        revision("b", "a"),
                        revision("c", "a"),
                        revision("d", "a"),
                        revision("m", "b", "c", "d")))
                .isEqualTo("""
                        * m
                        |\\
                        |\\|
                        | |\\
                        | | * d
                        | * | c
                        | |/
                        * | b
                        |/
                        * a
                        """);
    }

    @Test
    void historiesThatDoNotTouchStandBesideEachOther() {
        assertThat(text(revision("a"), revision("x"), revision("b", "a"), revision("y", "x")))
                .isEqualTo("""
                        * y
                        | * b
                        * | x
                          * a
                        """);
    }

    @Test
    void aLongHistoryIsDrawnWithoutRecursion() {
        List<RevisionInfo> revisions = new ArrayList<>();
        revisions.add(revision("r0"));
        for (int i = 1; i < 20_000; i++) {
            revisions.add(revision("r" + i, "r" + (i - 1)));
        }

        assertThat(new TextDrawing(RevisionInfo::id)
                        .draw(RevisionGraph.of(revisions))
                        .lines())
                .hasSize(20_000);
        assertThat(PictureFormat.SVG.draw(RevisionGraph.of(revisions), Marks.NONE))
                .endsWith("</svg>\n");
    }

    @Test
    void aPictureShowsWordsAsTheyAre() throws Exception {
        RevisionGraph graph = RevisionGraph.of(List.of(
                HOSTILE.labelled("shop"), revision("a", "h"), revision("b", "h").dependingOn("a")));

        String svg = PictureFormat.SVG.draw(graph, new Marks(Set.of("h", "a"), Set.of("a")));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getDocumentElement().getTextContent())
                .contains("<script>alert(\"x\")</script> & \\ ; #", "shop", "head", "current");
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(4);
    }

    @Test
    void mermaidGetsNamesOfCharacters() {
        assertThat(PictureFormat.MERMAID.draw(
                        RevisionGraph.of(List.of(HOSTILE, revision("a", "h"))), new Marks(Set.of("h"), Set.of("h"))))
                .startsWith("""
                        flowchart BT
                          r0["<b>h</b><br/>#60;script#62;alert(#34;x#34;)#60;#47;script#62; #38; #92; #59; #35; #7;"]:::current
                          r1["<b>a</b> (head)<br/>what a does"]
                          r0 --> r1
                        """);
    }

    @Test
    void graphvizGetsQuotedWords() {
        RevisionGraph graph = RevisionGraph.of(
                List.of(HOSTILE, revision("a", "h"), revision("b").dependingOn("a")));

        assertThat(PictureFormat.DOT.draw(graph, Marks.NONE))
                .contains("\"h\" [label=\"h\\n<script>alert(\\\"x\\\")</script> & \\\\ ; # ")
                .contains("  \"h\" -> \"a\";\n", "  \"a\" -> \"b\" [style=dashed];\n");
    }

    private static RevisionInfo revision(String id, String... down) {
        return RevisionInfo.of(id, "what " + id + " does").after(down);
    }

    private static String text(RevisionInfo... revisions) {
        return new TextDrawing(RevisionInfo::id).draw(RevisionGraph.of(List.of(revisions)));
    }
}
