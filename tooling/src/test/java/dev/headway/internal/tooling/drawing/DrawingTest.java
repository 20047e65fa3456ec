package dev.headway.internal.tooling.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

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
                        |\\ \\
                        | | * d
                        | * | c
                        | |/
                        * | b
                        |/
                        * a
                        """);
    }

    @Test
    void aLanePassesBehindThoseInBetween() {
        assertThat(text(revision("a"), revision("x"), revision("c", "a"), revision("y", "x"), revision("b", "a")))
                .isEqualTo("""
                        * b
                        | * y
                        | | * c
                        |_|/
                        | * x
                        * a
                        """);
    }

    @Test
    void anotherHistoryDoesNotSeemToGoOnBelowABase() {
        assertThat(text(revision("a"), revision("b", "a"), revision("x"), revision("y", "x")))
                .isEqualTo("""
                        * y
                        * x
                          * b
                          * a
                        """);
    }

    @Test
    void dependenciesAreNoLanes() {
        RevisionGraph graph = RevisionGraph.of(
                List.of(revision("a"), revision("x"), revision("b", "a").dependingOn("x")));

        assertThat(new TextDrawing(revision -> revision.id() + " (depends on " + revision.dependsOn() + ")")
                        .draw(graph))
                .isEqualTo("""
                        * b (depends on [x])
                        | * x (depends on [])
                        * a (depends on [])
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
    @Timeout(20)
    void aLongHistoryIsDrawnWithoutRecursion() {
        List<RevisionInfo> revisions = new ArrayList<>();
        revisions.add(revision("r0"));
        for (int i = 1; i < 20_000; i++) {
            revisions.add(revision("r" + i, "r" + (i - 1)));
        }
        RevisionGraph graph = RevisionGraph.of(revisions);

        assertThat(new TextDrawing(RevisionInfo::id).draw(graph).lines()).hasSize(20_000);
        assertThat(DrawingFormat.SVG.draw(graph, AppliedRevisions.NONE))
                .containsOnlyOnce("class=\"way")
                .endsWith("</svg>\n");
        assertThat(DrawingFormat.DOT.draw(graph, AppliedRevisions.NONE)).endsWith("}\n");
        assertThat(DrawingFormat.MERMAID.draw(graph, AppliedRevisions.NONE)).contains("  r19998 --> r19999\n");
    }

    @Test
    @Timeout(20)
    void manyLongBranchesAreDrawnWithoutALaneForEachRow() {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            revisions.add(i < 200 ? revision("r" + i) : revision("r" + i, "r" + (i - 200)));
        }
        RevisionGraph graph = RevisionGraph.of(revisions);

        assertThat(new TextDrawing(RevisionInfo::id).draw(graph).lines()).hasSize(20_000);
        assertThat(DrawingFormat.SVG.draw(graph, AppliedRevisions.NONE).split("class=\"way"))
                .hasSize(1 + 200);
    }

    @Test
    void aPictureShowsWordsAsTheyAre() throws Exception {
        RevisionGraph graph = RevisionGraph.of(List.of(
                HOSTILE.labelled("shop"), revision("a", "h"), revision("b", "h").dependingOn("a")));

        Document document = svg(graph, new AppliedRevisions(Set.of("h", "a"), Set.of("a")));

        assertThat(document.getDocumentElement().getTextContent())
                .contains("<script>alert(\"x\")</script> & \\ ; #", "shop", "head", "current", "b depends on a");
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(ofClass(document, "circle", "full")).isEqualTo(2);
        assertThat(ofClass(document, "circle", "ring")).isEqualTo(1);
        assertThat(ofClass(document, "circle", "halo")).isEqualTo(1);
        assertThat(ofClass(document, "path", "needs")).isEqualTo(1);
    }

    @Test
    void aPictureOfNothingIsAPicture() throws Exception {
        Document document = svg(RevisionGraph.of(List.of()), AppliedRevisions.NONE);

        assertThat(document.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 ");
    }

    @Test
    void aPictureHasRoomForWideCharacters() throws Exception {
        int latin = width(svg(RevisionGraph.of(List.of(RevisionInfo.of("a", "orders"))), AppliedRevisions.NONE));
        int japanese = width(svg(
                RevisionGraph.of(List.of(RevisionInfo.of("a", "\u6ce8\u6587\u6ce8\u6587\u6ce8\u6587"))),
                AppliedRevisions.NONE));

        assertThat(japanese).isGreaterThan(latin + 40);
    }

    @Test
    void mermaidGetsNamesOfCharacters() {
        assertThat(DrawingFormat.MERMAID.draw(
                        RevisionGraph.of(List.of(HOSTILE, revision("a", "h"))),
                        new AppliedRevisions(Set.of("h"), Set.of("h"))))
                .startsWith("""
                        flowchart BT
                          r0["<b>h</b><br/>#60;script#62;alert(#34;x#34;)#60;#47;script#62; #38; #92; #59; #35; #7;"]:::current
                          r1(["<b>a</b> (head)<br/>what a does"])
                          r0 --> r1
                        """);
    }

    @Test
    void mermaidFindsNoStyleInWords() {
        assertThat(DrawingFormat.MERMAID.draw(
                        RevisionGraph.of(List.of(RevisionInfo.of("a", "style:'x'"))), AppliedRevisions.NONE))
                .contains("<br/>style#58;#39;x#39;\"");
    }

    @Test
    void graphvizGetsQuotedWords() {
        RevisionGraph graph = RevisionGraph.of(
                List.of(HOSTILE, revision("a", "h"), revision("b").dependingOn("a")));

        assertThat(DrawingFormat.DOT.draw(graph, AppliedRevisions.NONE))
                .contains("\"h\" [label=\"h\\n<script>alert(\\\"x\\\")</script> &amp; \\\\ ; #  \"];\n")
                .contains("\"a\" [label=\"a (head)\\nwhat a does\", peripheries=2];\n")
                .contains("  \"h\" -> \"a\";\n", "  \"a\" -> \"b\" [style=dashed];\n");
    }

    private static Document svg(RevisionGraph graph, AppliedRevisions marks) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        byte[] svg = DrawingFormat.SVG.draw(graph, marks).getBytes(StandardCharsets.UTF_8);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static long ofClass(Document document, String tag, String word) {
        NodeList found = document.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> ((Element) found.item(i)).getAttribute("class"))
                .filter(classes -> List.of(classes.split(" ")).contains(word))
                .count();
    }

    private static int width(Document document) {
        return Integer.parseInt(document.getDocumentElement().getAttribute("width"));
    }

    private static RevisionInfo revision(String id, String... down) {
        return RevisionInfo.of(id, "what " + id + " does").after(down);
    }

    private static String text(RevisionInfo... revisions) {
        return new TextDrawing(RevisionInfo::id).draw(RevisionGraph.of(List.of(revisions)));
    }
}
