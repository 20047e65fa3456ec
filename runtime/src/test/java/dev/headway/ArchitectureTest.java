package dev.headway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.headway.database.Databases;
import dev.headway.database.Definitions;
import java.util.List;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.headway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each knows only those to its left. */
    private static final List<String> PACKAGES = List.of(
            "dev.headway.error",
            "dev.headway.sql",
            "dev.headway.graph",
            "dev.headway.schema",
            "dev.headway.op",
            "dev.headway.progress",
            "dev.headway.database",
            "dev.headway.internal.database..",
            "dev.headway.internal.engine..",
            "dev.headway");

    @ArchTest
    static final ArchRule whatIsNotOursIsTheJdkAndFourLibraries = classes()
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
    static final ArchRule graphAndSchemaAreValuesThatKnowNoDatabase = classes()
            .that()
            .resideInAnyPackage("dev.headway.graph", "dev.headway.schema")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.headway..", "java.lang..", "java.time..", "java.util..", "org.jspecify..");

    @ArchTest
    static final ArchRule whatIsPublicIsNotThereToBeExtendedUnlessItIsAbstract = classes()
            .that()
            .arePublic()
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
    static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static void packagesKnowOnlyThoseToTheirLeft(JavaClasses classes) {
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
    static void everyPackageStandsInTheRow(JavaClasses classes) {
        assertThat(classes).allMatch(resideInAnyPackage(PACKAGES.toArray(String[]::new)));
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
