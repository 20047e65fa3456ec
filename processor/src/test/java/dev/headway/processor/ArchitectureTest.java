package dev.headway.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.headway.processor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule dependsOnlyOnGraphAndErrorsOfTheRuntime = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("dev.headway..")
                    .and(not(resideInAnyPackage(
                            "dev.headway.processor..", "dev.headway.graph..", "dev.headway.error.."))));

    @ArchTest
    static final ArchRule onlyClassesOfOneRoundDependOnTheCompiler = noClasses()
            .that(not(belongToAnyOf(
                    ClassReader.class,
                    Collector.class,
                    OutputFolder.class,
                    RegistryWriter.class,
                    Reporter.class,
                    RevisionProcessor.class,
                    RevisionReader.class,
                    SourceFiles.class)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                        .as(type.getPackageName())
                        .isTrue());
    }
}
