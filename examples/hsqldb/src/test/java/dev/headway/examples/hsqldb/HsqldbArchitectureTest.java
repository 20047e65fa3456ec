package dev.headway.examples.hsqldb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.headway.examples.hsqldb", importOptions = DoNotIncludeTests.class)
class HsqldbArchitectureTest {
    @ArchTest
    static final ArchRule usesPublicPackagesOnly =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.headway.internal..");
}
