package dev.headway.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, which generates sources in the first round. */
@SupportedAnnotationTypes("*")
final class GeneratingProcessor extends AbstractProcessor {
    private final List<Source> sources;
    private boolean done;

    GeneratingProcessor(String... snippets) {
        sources = Stream.of(snippets).map(Source::of).toList();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!done) {
            done = true;
            sources.forEach(this::write);
        }
        return false;
    }

    private void write(Source source) {
        try (Writer writer =
                processingEnv.getFiler().createSourceFile(source.type()).openWriter()) {
            writer.write(source.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
