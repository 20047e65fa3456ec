package dev.headway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.headway.database.Databases;
import dev.headway.database.Definitions;
import dev.headway.internal.engine.journal.PreviousAttempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.headway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** The public packages, then those that are not for use outside Headway. Each knows only those before it. */
    private static final List<String> PACKAGES = List.of(
            "dev.headway.error",
            "dev.headway.sql",
            "dev.headway.graph",
            "dev.headway.schema",
            "dev.headway.op",
            "dev.headway.progress",
            "dev.headway.database",
            "dev.headway.internal.database..",
            "dev.headway.internal.engine.connection",
            "dev.headway.internal.engine.lock",
            "dev.headway.internal.engine.journal",
            "dev.headway.internal.engine.step",
            "dev.headway.internal.engine.script",
            "dev.headway.internal.engine",
            "dev.headway");

    private static final String INTERNAL = "dev.headway.internal..";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PUBLIC_TYPE = Pattern.compile("^public ", Pattern.MULTILINE);

    @ArchTest
    static final ArchRule dependsOnlyOnTheJdkAndFourLibraries = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.headway..",
                    "java..",
                    "javax.sql..",
                    "com.zaxxer.hikari..",
                    "org.jdbi..",
                    "org.jspecify..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule graphAndSchemaUseNoDatabase = classes()
            .that()
            .resideInAnyPackage("dev.headway.graph", "dev.headway.schema")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.headway..", "java.lang..", "java.time..", "java.util..", "org.jspecify..");

    @ArchTest
    static final ArchRule publicClassesAreFinalOrAbstract = classes()
            .that()
            .arePublic()
            .and()
            .resideOutsideOfPackage(INTERNAL)
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .should()
            .haveModifier(FINAL)
            .orShould()
            .be(Definitions.class)
            .orShould()
            .haveModifier(ABSTRACT);

    @ArchTest
    static final ArchRule noClassPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static void packagesKnowOnlyPackagesBeforeThem(JavaClasses classes) {
        for (int i = 0; i < PACKAGES.size(); i++) {
            classes()
                    .that(resideInAPackage(PACKAGES.get(i)))
                    .and(not(belongToAnyOf(Databases.class))) // lists the built-in databases
                    .should()
                    .onlyDependOnClassesThat(not(resideInAPackage("dev.headway.."))
                            .or(resideInAnyPackage(PACKAGES.subList(0, i + 1).toArray(String[]::new))))
                    .check(classes);
        }
    }

    @ArchTest
    static void everyPackageIsInTheList(JavaClasses classes) {
        assertThat(classes).allMatch(resideInAnyPackage(PACKAGES.toArray(String[]::new)));
    }

    @ArchTest
    static final ArchRule databasesDoNotKnowEachOther = slices().matching("dev.headway.internal.database.(*)")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage("..mariadb", "..mysql"), resideInAPackage("..mysqlfamily"));

    @ArchTest
    static final ArchRule stateMachineOfAnInterruptedStepAsksNoDatabase = noClasses()
            .that()
            .belongToAnyOf(PreviousAttempt.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "org.jdbi..", "dev.headway.database..", "dev.headway.internal.engine.connection");

    @ArchTest
    static void publicApiShowsNoInternalTypes(JavaClasses classes) {
        DescribedPredicate<JavaClass> internal = resideInAPackage(INTERNAL);
        assertThat(classes)
                .filteredOn(type -> !internal.test(type) && type.getModifiers().contains(PUBLIC))
                .isNotEmpty()
                .allSatisfy(type -> {
                    assertThat(type.getAllRawInterfaces()).noneMatch(internal);
                    assertThat(type.getCodeUnits())
                            .filteredOn(code -> code.getModifiers().contains(PUBLIC)
                                    || code.getModifiers().contains(PROTECTED))
                            .allSatisfy(code -> {
                                assertThat(code.getRawReturnType()).matches(not(internal));
                                assertThat(code.getRawParameterTypes()).noneMatch(internal);
                            });
                });
    }

    @Test
    void everyPublicTypeStatesTheVersionThatIntroducedIt() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("internal"))
                            .toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(isPublic(file) && !hasSince(file))
                            .as("%s has a public type without @since", file)
                            .isFalse());
        }
    }

    private static boolean isPublic(Path file) throws IOException {
        return PUBLIC_TYPE.matcher(Files.readString(file)).find();
    }

    /** The tag of a package applies to all its types. */
    private static boolean hasSince(Path file) throws IOException {
        return Files.readString(file).contains("@since")
                || Files.readString(file.resolveSibling("package-info.java")).contains("@since");
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
                        .as(type.getPackageName())
                        .isTrue());
    }
}
