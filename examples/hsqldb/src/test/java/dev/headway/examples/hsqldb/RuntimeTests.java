package dev.headway.examples.hsqldb;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** Runs tests of the runtime on HSQLDB, through {@link HsqldbServer}. */
@Suite
@SelectClasses(
        names = {
            "dev.headway.AlembicFaultsTest",
            "dev.headway.BackfillTest",
            "dev.headway.BranchesTest",
            "dev.headway.CheckTest",
            "dev.headway.ConcurrencyTest",
            "dev.headway.CustomOperationTest",
            "dev.headway.DowngradeTest",
            "dev.headway.FailureTest",
            "dev.headway.FleetTest",
            "dev.headway.InsertTest",
            "dev.headway.NamedDatabaseTest",
            "dev.headway.ProcessesTest",
            "dev.headway.ScriptTest",
            "dev.headway.SquashTest",
            "dev.headway.StampTest",
            "dev.headway.UpgradeTest",
            "dev.headway.WorkingSchemaTest"
        })
class RuntimeTests {
    private static final String DATABASES = "headway.test.databases";
    private static final String OF_THE_BUILD = System.getProperty(DATABASES, "");

    @BeforeSuite
    static void selectHsqldb() {
        System.setProperty(DATABASES, "hsqldb");
    }

    @AfterSuite
    static void selectDatabasesOfTheBuild() {
        System.setProperty(DATABASES, OF_THE_BUILD);
    }
}
