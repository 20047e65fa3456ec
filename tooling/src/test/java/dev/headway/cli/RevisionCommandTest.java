package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code revision}, {@code merge} and {@code init}: what they write compiles. */
class RevisionCommandTest {
    @TempDir
    private Path directory;

    private ShopProject shop;

    @BeforeEach
    void begin() throws IOException {
        shop = new ShopProject(directory);
        Files.writeString(directory.resolve("headway.properties"), "headway.package = shop.migrations");
    }

    @Test
    void refusesArgumentThatTheTerminalCouldNotEncode(@TempDir Path folder) {
        StringWriter err = new StringWriter();

        int exit = Headway.run(
                new PrintWriter(PrintWriter.nullWriter()),
                new PrintWriter(err),
                "revision",
                "-m",
                "caf\uFFFD",
                "--directory=" + folder);

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("Set LC_ALL=C.UTF-8, and run the command again.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aClassIsNamedAfterTheMessage() throws IOException {
        written("CreateUsersTable", "-m", "create user's table!", "--rev-id=a1");
        assertThat(source("CreateUsersTable")).contains("@Revision(id = \"a1\", message = \"create user's table!\")");
        written("Revision2ndTry", "-m", "2nd try");
        written("RevisionF7", "--rev-id=f7");
        written("GrosseCafeEinfuhren", "-m", "Größe: Café einführen");
        written("QuotedAndNewline", "-m", "quoted \"and\" \\ newline");
        assertThat(shop.compile()).isEmpty();
        assertThat(shop.run("history").lines()).hasSize(5).first().asString().endsWith("quoted \"and\" \\ newline");
    }

    @Test
    void whatWouldTearTheHistoryIsRefused() throws IOException {
        written("First", "-m", "first", "--rev-id=a1");

        assertThat(shop.run("revision", "-m", "second", "--rev-id=a1").err())
                .startsWith("FAILED: The id 'a1' is used twice: by ")
                .endsWith(" Nothing was written.\n");
        assertThat(shop.run("revision", "-m", "second", "--rev-id=head").err())
                .startsWith("FAILED: The id 'head' of head is reserved");
        assertThat(shop.run("history").lines()).hasSize(1);
    }

    @Test
    void whatIsThereIsNotOverwritten() throws IOException {
        written("CreateAccount", "-m", "create account");

        ShopProject.Answer refused = shop.run("revision", "-m", "create account");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("FAILED: ")
                .contains("CreateAccount.java exists, and stays as it is. Nothing was written.");
        assertThat(shop.run("history").lines()).hasSize(1);
    }

    @Test
    void branchesDependenciesAndMergesAreWritten() throws IOException {
        written("First", "-m", "first", "--rev-id=a1", "--branch-label=shop");
        written("Second", "-m", "second", "--rev-id=b2", "--no-downgrade");
        assertThat(source("Second")).doesNotContain("downgrade");
        written("Search", "-m", "search", "--rev-id=s3", "--head=base", "--branch-label=search", "--depends-on=a1");
        assertThat(source("Search")).contains("@Revision(id = \"s3\", dependsOn = First.class, branch = \"search\")");
        assertThat(shop.compile()).isEmpty();

        written("Third", "-m", "third", "--head=search@head", "--rev-id=t4");
        assertThat(source("Third")).contains("down = Search.class");
        written("All", "-m", "all", "--head=heads", "--rev-id=u5");
        assertThat(source("All")).contains("down = {Second.class, Third.class}");
        assertThat(shop.compile()).isEmpty();
        assertThat(shop.run("heads").lines()).containsExactly("u5 (shop, search) (head)");
    }

    @Test
    void aRevisionThatIsNoHeadMustBeSplicedTo() throws IOException {
        written("First", "-m", "first", "--rev-id=a1");
        written("Second", "-m", "second", "--rev-id=b2");

        assertThat(shop.run("revision", "-m", "third", "--head=a1").err())
                .startsWith(
                        "FAILED: Revision a1 (shop.migrations.First) is not a head revision; please specify --splice");
        written("Third", "-m", "third", "--head=a1", "--splice");
    }

    @Test
    void aMergeNeedsTwo() throws IOException {
        written("First", "-m", "first", "--rev-id=a1");

        assertThat(shop.run("merge", "heads").err())
                .startsWith("FAILED: There is nothing to merge: heads names only a1 (shop.migrations.First).");
    }

    @Test
    void idsAreCheckedBeforeAnythingIsWritten() throws IOException {
        written("First", "-m", "first", "--rev-id=a1");

        assertThat(shop.run("revision", "-m", "second", "--rev-id=a1").err())
                .startsWith("FAILED: ")
                .contains("The id 'a1' is used twice");
        assertThat(shop.run("revision", "-m", "second", "--rev-id=he ad").err()).contains("malformed");
        assertThat(shop.run("revision", "-m", "second", "--branch-label=a1").err())
                .contains("is also the id of");
        assertThat(shop.file("src/main/java/shop/migrations/Second.java")).doesNotExist();
    }

    @Test
    void parentsOfOtherPackagesAreImported() throws IOException {
        shop.write("Old", "id = \"o1\"", "// old");
        written("First", "-m", "first");
        assertThat(source("First")).contains("import shop.Old;", "down = Old.class");
        shop.write("Migration", "id = \"o2\", down = Old.class", "// a name that is taken");
        Files.delete(shop.file("src/main/java/shop/migrations/First.java"));
        Files.delete(shop.file("src/main/java/shop/Migration.java"));
        assertThat(shop.compile()).isEmpty();
    }

    @Test
    void withoutAPackageTheWayOutIsTold() throws IOException {
        Files.delete(directory.resolve("headway.properties"));

        assertThat(shop.run("revision", "-m", "first").err())
                .startsWith("FAILED: The package of migrations is not set. Nothing was written. Run headway init");
        shop.write("Old", "id = \"o1\"", "// old");
        shop.run("revision", "-m", "first").succeeds();
        assertThat(shop.file("src/main/java/shop/First.java")).exists();
    }

    @Test
    void initLeavesWhatIsThere() throws IOException {
        Files.writeString(directory.resolve("pom.xml"), """
                <project>
                  <parent><groupId>org.parent</groupId></parent>
                  <groupId>com.acme</groupId>
                </project>
                """);

        assertThat(shop.run("init").lines())
                .contains("Left as it is: headway.properties", "Wrote src/main/java/shop/migrations/package-info.java");
        assertThat(shop.compile()).isEmpty();
        Files.delete(directory.resolve("headway.properties"));
        shop.run("init").succeeds();
        assertThat(directory.resolve("headway.properties")).content().contains("headway.package=com.acme.migrations");
    }

    @Test
    void historyKnowsWhatIsNotCompiledYet() throws IOException {
        shop.write("Old", "id = \"o1\"", "// old");
        assertThat(shop.compile()).isEmpty();
        String url = "--url=jdbc:h2:" + directory.resolve("shop");
        shop.run("upgrade", url).succeeds();
        written("Newer", "-m", "newer", "--rev-id=n2");

        assertThat(shop.run("history", "-i", url).lines())
                .containsExactly("o1 -> n2 (head), newer", "<base> -> o1 (current), old");
    }

    @Test
    void aMessageIsOneLine() throws IOException {
        written("AddNick", "-m", "add\n  nick ");

        assertThat(shop.run("history").lines()).singleElement().asString().endsWith(", add nick");
    }

    @Test
    void aDowngradeIsNotPlannedWithoutATarget() throws IOException {
        assertThat(shop.run("plan", "--down").err())
                .startsWith("FAILED: plan --down requires a target, as downgrade does");
    }

    @Test
    void nothingIsNoHistoryToCheckAgainst() throws IOException {
        String url = "--url=jdbc:h2:" + directory.resolve("shop");
        for (String[] check : new String[][] {{"check", url}, {"current", "--check-heads", url}}) {
            assertThat(shop.run(check).err())
                    .startsWith("FAILED: No revision is on the class path, so there is nothing to check the database");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"revision", "override", "migration", "string", "class", "!!!"})
    void messagesThatCannotNameAClassAreNamedByTheirId(String message) throws IOException {
        shop.write("Old", "id = \"o1\"", "// old");

        written("RevisionA1", "-m", message, "--rev-id=a1");

        assertThat(shop.compile()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            <groupId>com.acme</groupId>                                          | com.acme.migrations
            <groupId>org.my-shop</groupId>                                       | org.my_shop.migrations
            <parent><groupId>org.parent</groupId></parent>                       | org.parent.migrations
            <artifactId>x</artifactId>                                           | migrations
            <groupId>${group}</groupId>                                          | migrations
            not a model < at all                                                 | migrations
            """, delimiter = '|')
    void initFindsThePackageInTheModel(String model, String packageName) throws IOException {
        Files.delete(directory.resolve("headway.properties"));
        Files.writeString(
                directory.resolve("pom.xml"),
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">" + model
                        + "<dependencies><dependency><groupId>org.other</groupId></dependency></dependencies></project>");

        shop.run("init").succeeds();

        assertThat(directory.resolve("headway.properties")).content().contains("headway.package=" + packageName + "\n");
    }

    @Test
    void aPackageThatCannotBeIsRefused() throws IOException {
        String refused = "FAILED: 'my-shop.class' cannot be a package. Nothing was written.";

        assertThat(shop.run("init", "--package=my-shop.class").err()).startsWith(refused);
        Files.writeString(directory.resolve("headway.properties"), "headway.package=my-shop.class");
        assertThat(shop.run("revision", "-m", "first").err()).startsWith(refused);
    }

    private void written(String className, String... args) throws IOException {
        String[] all = new String[args.length + 1];
        all[0] = "revision";
        System.arraycopy(args, 0, all, 1, args.length);
        assertThat(shop.run(all).succeeds().out())
                .startsWith("Wrote src/main/java/shop/migrations/" + className + ".java");
    }

    private String source(String className) throws IOException {
        return Files.readString(shop.file("src/main/java/shop/migrations/" + className + ".java"));
    }
}
