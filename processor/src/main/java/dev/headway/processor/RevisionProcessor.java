package dev.headway.processor;

import com.google.auto.service.AutoService;
import dev.headway.graph.RevisionGraph;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Checks that all revisions form a valid history, and generates their registries.
 *
 * <p>The history concerns the whole module, so this is an aggregating processor. Each round collects the new revisions, checks
 * them together with the known ones, and writes a registry of the new ones. When no further revision can be added, the processor
 * checks heads and bases, and registers the registries with {@link java.util.ServiceLoader}. A compilation that sees only some
 * of the module's sources reads the other revisions from class files.
 *
 * <p>{@code -Aheadway.heads=error|warn|allow} sets how several heads are reported; {@code error} is the default.
 *
 * @since 0.1
 */
@AutoService(Processor.class)
public final class RevisionProcessor extends AbstractProcessor {
    private final Revisions revisions = new Revisions();
    private final Set<String> registries = new TreeSet<>();
    private final Set<String> unwritten = new HashSet<>();
    private Reporter reporter;
    private Collector collector;
    private RegistryWriter writer;
    private OutputFolder output;

    /** Creates the processor. The compiler calls this constructor. */
    public RevisionProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Elements elements = environment.getElementUtils();
        reporter = new Reporter(environment.getMessager(), elements);
        output = new OutputFolder(environment.getFiler());
        RevisionReader reader = new RevisionReader(
                elements, new ClassReader(environment.getTypeUtils(), elements), new SourceFiles(processingEnv));
        collector = new Collector(elements, reader, output, revisions);
        writer = new RegistryWriter(elements, environment.getSourceVersion(), environment.getFiler());
    }

    /** Returns all types, so that a compilation without revisions still detects deleted ones. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(HeadsOption.NAME);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        boolean hasHeadway = processingEnv.getElementUtils().getTypeElement(RevisionReader.ANNOTATION) != null;
        try {
            if (hasHeadway && round.processingOver()) {
                finish(round);
            } else if (hasHeadway) {
                collectAndWrite(round);
            }
        } catch (IOException | RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            reporter.print(List.of(Finding.error(Problem.BUG, null, e, trace)));
        }
        return false;
    }

    private void collectAndWrite(RoundEnvironment round) throws IOException {
        Collection<String> added = collector.collect(round);
        reporter.print(collector.findings());
        if (!added.isEmpty() && collector.findings().isEmpty()) {
            reporter.print(HistoryFindings.of(revisions));
        }
        unwritten.addAll(added);
        if (!unwritten.isEmpty() && collector.changed() && !reporter.failed()) {
            registries.addAll(writer.write(revisions.histories().stream()
                    .map(RevisionGraph::of)
                    .flatMap(graph -> Stream.concat(graph.revisions().stream(), graph.replaced().stream()))
                    .filter(revision -> unwritten.contains(revision.type()))
                    .toList()));
            unwritten.clear();
        }
    }

    private void finish(RoundEnvironment round) throws IOException {
        if (reporter.failed() || round.errorRaised() || collector.isWaiting() || !collector.changed()) {
            return;
        }
        String option = processingEnv.getOptions().getOrDefault(HeadsOption.NAME, "error");
        reporter.print(HeadsOption.of(option)
                .map(heads -> new HeadsAndBases(heads.severity()).of(revisions))
                .orElseGet(() -> List.of(Finding.error(Problem.UNKNOWN_OPTION, null, option))));
        if (!reporter.failed()) {
            output.write(
                    OutputFolder.REVISIONS,
                    revisions.own().stream()
                            .map(OutputFolder.Compiled::of)
                            .map(OutputFolder.Compiled::line)
                            .toList());
            output.writeRegistries(registries);
        }
    }
}
