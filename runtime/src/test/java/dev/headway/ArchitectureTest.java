package dev.headway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
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
import dev.headway.error.HeadwayException;
import java.util.List;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "dev.headway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** Each knows only those to its left, and the exceptions, which know none. */
    private static final List<String> PACKAGES = List.of(
            "dev.headway.graph",
            "dev.headway.schema",
            "dev.headway.op",
            "dev.headway.catalog",
            "dev.headway.dialect",
            "dev.headway.progress",
            "dev.headway.engine",
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
    static final ArchRule exceptionsKnowNothingButEachOtherAndRecords = classes()
            .that()
            .areAssignableTo(HeadwayException.class)
            .should()
            .onlyDependOnClassesThat(assignableTo(HeadwayException.class)
                    .or(assignableTo(Record.class))
                    .or(resideInAnyPackage("java..", "org.jspecify..")));

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
            .haveModifier(ABSTRACT);

    @ArchTest
    static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static void packagesKnowOnlyThoseToTheirLeft(JavaClasses classes) {
        for (int i = 0; i < PACKAGES.size(); i++) {
            classes()
                    .that(resideInAPackage(PACKAGES.get(i)))
                    .and(not(assignableTo(HeadwayException.class)))
                    .should()
                    .onlyDependOnClassesThat(not(resideInAPackage("dev.headway.."))
                            .or(assignableTo(HeadwayException.class))
                            .or(resideInAnyPackage(PACKAGES.subList(0, i + 1).toArray(String[]::new))))
                    .check(classes);
        }
    }

    @ArchTest
    static void everyPackageStandsInTheRow(JavaClasses classes) {
        assertThat(classes).allSatisfy(type -> assertThat(type.getPackageName()).isIn(PACKAGES));
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
