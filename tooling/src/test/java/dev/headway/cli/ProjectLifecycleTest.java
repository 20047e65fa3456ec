package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does who begins with Headway: from an empty project to a merge. */
class ProjectLifecycleTest {
    private static final Pattern WROTE = Pattern.compile("Wrote (\\S+) \\(([0-9a-f]{12})\\)");

    @TempDir
    private Path directory;

    @Test
    void fromAnEmptyProjectToAMerge() throws IOException {
        Files.writeString(directory.resolve("pom.xml"), "<project><groupId>com.acme</groupId></project>");
        ShopProject shop = new ShopProject(directory);

        assertThat(shop.run("init", "--url=jdbc:h2:" + directory.resolve("shop"))
                        .lines())
                .containsExactly(
                        "Wrote headway.properties",
                        "Wrote src/main/java/com/acme/migrations/package-info.java",
                        "Next: revision -m \"create account\", edit what it writes, then upgrade.");

        RevisionFileReport account = revision(shop, "create account");
        assertThat(account.path()).isEqualTo("src/main/java/com/acme/migrations/CreateAccount.java");
        assertThat(shop.file(account.path())).hasContent("""
                package com.acme.migrations;

                import dev.headway.Migration;
                import dev.headway.Revision;
                import dev.headway.op.Operations;

                @Revision(id = "%s")
                public final class CreateAccount implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        // op.createTable("account", t -> t.bigint("id").identity().primaryKey());
                    }

                    @Override
                    public void downgrade(Operations op) throws Exception {
                        // Derived from the upgrade. Where it cannot be, write it by hand.
                        op.undo(this::upgrade);
                    }
                }
                """.formatted(account.id()));
        edit(shop, account, "op.createTable(\"account\", t -> t.bigint(\"id\").identity().primaryKey());");
        assertThat(shop.compile()).isEmpty();

        assertThat(shop.run("upgrade").lines())
                .containsExactly("Running upgrade base -> " + account.id() + ", create account");
        assertThat(shop.run("upgrade").lines()).containsExactly("Nothing to do.");
        assertThat(shop.run("history").lines())
                .containsExactly("<base> -> " + account.id() + " (head), create account");

        assertThat(shop.run("downgrade", "-1").lines())
                .containsExactly("Running downgrade " + account.id() + " -> base, create account");
        assertThat(shop.run("current").lines()).isEmpty();
        shop.run("upgrade", "head").succeeds();
        assertThat(shop.run("current").lines()).containsExactly(account.id() + " (head)");

        RevisionFileReport mine = revision(shop, "add nickname");
        assertThat(Files.readString(shop.file(mine.path())))
                .contains("@Revision(id = \"" + mine.id() + "\", down = CreateAccount.class)");
        RevisionFileReport colleagues = revision(shop, "add birthday", "--head=" + account.id(), "--splice");
        edit(shop, mine, "op.addColumn(\"account\", c -> c.varchar(\"nickname\", 50));");
        edit(shop, colleagues, "op.addColumn(\"account\", c -> c.date(\"birthday\"));");

        assertThat(shop.compile()).singleElement().asString().contains("SEVERAL_HEADS", "headway merge heads -m");
        assertThat(shop.run("heads").lines())
                .containsExactlyInAnyOrder(mine.id() + " (head)", colleagues.id() + " (head)");
        assertThat(shop.run("revision", "-m", "third").err())
                .startsWith("FAILED: Multiple head revisions are present: ");

        RevisionFileReport merge = written(shop.run("merge", "heads", "-m", "nickname and birthday"));
        assertThat(Files.readString(shop.file(merge.path())))
                .contains("down = {AddBirthday.class, AddNickname.class}")
                .contains("// Joins " + colleagues.id() + " and " + mine.id() + "; there is nothing to do.");
        assertThat(shop.compile()).isEmpty();
        assertThat(shop.run("upgrade").lines()).hasSize(3);
        assertThat(shop.run("current").lines()).containsExactly(merge.id() + " (head) (mergepoint)");
        assertThat(shop.run("check").lines()).containsExactly("The database is up to date.");
    }

    private record RevisionFileReport(String path, String id) {}

    private static RevisionFileReport revision(ShopProject shop, String message, String... more) throws IOException {
        String[] args = new String[3 + more.length];
        args[0] = "revision";
        args[1] = "-m";
        args[2] = message;
        System.arraycopy(more, 0, args, 3, more.length);
        return written(shop.run(args));
    }

    private static RevisionFileReport written(ShopProject.Answer answer) {
        Matcher wrote = WROTE.matcher(answer.succeeds().out());
        assertThat(wrote.find()).as(answer.out()).isTrue();
        return new RevisionFileReport(wrote.group(1), wrote.group(2));
    }

    private static void edit(ShopProject shop, RevisionFileReport revision, String upgrade) throws IOException {
        Path file = shop.file(revision.path());
        String source = Files.readString(file);
        Files.writeString(file, source.replaceFirst("// op\\..*", Matcher.quoteReplacement(upgrade)));
    }
}
