package dev.headway.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** What compilers and build tools read of the processor before they run it. */
class MetadataTest {
    @Test
    void compilersFindTheProcessor() {
        assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(RevisionProcessor.class);
    }

    @Test
    void gradleKnowsThatItAggregates() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                MetadataTest.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors"))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToIgnoringNewLines("dev.headway.processor.RevisionProcessor,aggregating");
        }
    }

    @Test
    void declaresItsOption() {
        RevisionProcessor processor = new RevisionProcessor();

        assertThat(processor.getSupportedOptions()).containsExactly("headway.heads");
        assertThat(processor.getSupportedAnnotationTypes()).containsExactly("*");
        assertThat(processor.getSupportedSourceVersion()).isEqualTo(SourceVersion.latestSupported());
    }
}
