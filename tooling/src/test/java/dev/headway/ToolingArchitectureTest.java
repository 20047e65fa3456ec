package dev.headway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.headway.cli.Headway;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packages = {"dev.headway.cli", "dev.headway.internal.tooling"},
        importOptions = DoNotIncludeTests.class)
class ToolingArchitectureTest {
    private static final String INTERNAL = "dev.headway.internal.tooling.";

    @ArchTest
    static final ArchRule usesOnlyPublicPackagesOfTheRuntime = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.headway.internal.engine..", "dev.headway.internal.database..");

    @ArchTest
    static final ArchRule onlyTheCommandLineIsPublic = classes()
            .that()
            .resideOutsideOfPackage(INTERNAL + ".")
            .and()
            .arePublic()
            .should()
            .be(Headway.class);

    @ArchTest
    static final ArchRule differencesAndSourcesAreValues = noClasses()
            .that()
            .resideInAnyPackage(INTERNAL + "diff", INTERNAL + "source")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "org.jdbi..",
                    "dev.headway.cli",
                    INTERNAL + "autogenerate",
                    INTERNAL + "project",
                    INTERNAL + "scratch",
                    INTERNAL + "squash");

    @ArchTest
    static final ArchRule drawingKnowsOnlyTheGraph = classes()
            .that()
            .resideInAPackage(INTERNAL + "drawing")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(INTERNAL + "drawing", "dev.headway.graph", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule internalPackagesKnowNoCommands = noClasses()
            .that()
            .resideInAPackage(INTERNAL + ".")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.headway.cli");

    @ArchTest
    static final ArchRule projectsKnowNoDatabase = noClasses()
            .that()
            .resideInAPackage(INTERNAL + "project")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "dev.headway.database", INTERNAL + "drawing");

    @ArchTest
    static final ArchRule autogenerateKnowsNoSquash = noClasses()
            .that()
            .resideInAPackage(INTERNAL + "autogenerate")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTERNAL + "squash");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                        .as(type.getPackageName())
                        .isTrue());
    }
}
