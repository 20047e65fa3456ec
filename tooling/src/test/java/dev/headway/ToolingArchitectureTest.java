package dev.headway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packages = {
            "dev.headway.internal.tooling.autogenerate",
            "dev.headway.cli",
            "dev.headway.internal.tooling.diff",
            "dev.headway.internal.tooling.drawing",
            "dev.headway.internal.tooling.project",
            "dev.headway.internal.tooling.source"
        },
        importOptions = DoNotIncludeTests.class)
class ToolingArchitectureTest {
    @ArchTest
    static final ArchRule whatTheEngineIsMadeOfIsNobodysBusiness =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.headway.engine..");

    @ArchTest
    static final ArchRule onlyWhatComparesSchemasSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackages("dev.headway.internal.tooling.autogenerate", "dev.headway.internal.tooling.diff")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.headway.dialect..");

    @ArchTest
    static final ArchRule differencesAreValues = noClasses()
            .that()
            .resideInAnyPackage("dev.headway.internal.tooling.diff", "dev.headway.internal.tooling.source")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "org.jdbi..",
                    "dev.headway.internal.tooling.autogenerate",
                    "dev.headway.cli",
                    "dev.headway.internal.tooling.project");

    @ArchTest
    static final ArchRule drawingKnowsTheGraphAlone = classes()
            .that()
            .resideInAPackage("dev.headway.internal.tooling.drawing")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.headway.internal.tooling.drawing", "dev.headway.graph", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule projectsKnowNoCommands = noClasses()
            .that()
            .resideInAPackage("dev.headway.internal.tooling.project")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.headway.cli", "dev.headway.internal.tooling.drawing");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                        .as(type.getPackageName())
                        .isTrue());
    }
}
