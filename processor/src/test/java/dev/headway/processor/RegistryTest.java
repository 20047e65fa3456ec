package dev.headway.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated from a small history, as text and at work. */
class RegistryTest {
    private static final String OF_NOTHING = "e3b0c44298fc1c14";

    private static final String CREATE_USER = """
            @Revision(id = "1975ea83b712", branch = {"users", "main"})
            public final class CreateUser extends NoOp {}
            """;

    private static final String ADD_URL_INDEX = """
            @Revision(
                    id = "ae1027a6acf0",
                    down = CreateUser.class,
                    message = "say \\"hello\\" to C:\\\\temp for $5\\nand more",
                    transactional = false)
            public record AddURLIndex() implements Migration {
                @Override public void upgrade(Operations op) {}
            }
            """;

    private static final String ORDERS = """
            package app.orders;
            public interface Orders {
                @Revision(branch = "orders", dependsOn = app.CreateUser.class, replaces = {"a1", "a2"})
                class CreateOrder extends NoOp {}
            }
            """;

    private static final String JOIN = """
            @Revision(down = {AddURLIndex.class, app.orders.Orders.CreateOrder.class})
            public final class Join extends NoOp {}
            """;

    @Test
    void generatesThisSource() throws IOException {
        Map<String, String> generated = generate(CREATE_USER, ADD_URL_INDEX, ORDERS, JOIN);

        assertThat(generated)
                .containsOnlyKeys(
                        "app/CreateUser_RevisionRegistry.java",
                        "META-INF/headway/registries/app.CreateUser_RevisionRegistry",
                        "META-INF/headway/revisions",
                        "META-INF/services/dev.headway.graph.RevisionRegistry");
        assertThat(generated.get("app/CreateUser_RevisionRegistry.java"))
                .isEqualTo(golden("CreateUser_RevisionRegistry.java"));
        assertThat(generated.get("META-INF/services/dev.headway.graph.RevisionRegistry"))
                .isEqualTo("app.CreateUser_RevisionRegistry\n");
        assertThat(generated.get("META-INF/headway/registries/app.CreateUser_RevisionRegistry"))
                .isEqualTo("app.CreateUser_RevisionRegistry\n");
        assertThat(generated.get("META-INF/headway/revisions")).isEqualTo("""
                        app.AddURLIndex app.AddURLIndex 783685acde34f4bf
                        app.CreateUser app.CreateUser e3b0c44298fc1c14
                        app.Join app.Join e3b0c44298fc1c14
                        app.orders.Orders.CreateOrder app.orders.Orders$CreateOrder e3b0c44298fc1c14
                        """);
    }

    @Test
    void generatesSameSourceInAnyOrder() {
        Map<String, String> generated = generate(CREATE_USER, ADD_URL_INDEX, ORDERS, JOIN);

        assertThat(generate(CREATE_USER, ADD_URL_INDEX, ORDERS, JOIN)).isEqualTo(generated);
        assertThat(generate(JOIN, ORDERS, ADD_URL_INDEX, CREATE_USER)).isEqualTo(generated);
    }

    @Test
    void generatesNothingAfterError(@TempDir Path folder) throws IOException {
        Project project = new Project(folder).write(CREATE_USER, "@Revision public class AddName extends NoOp {}");

        project.compile().onlyError().startsWith("[Headway:SEVERAL_BASES]");

        assertThat(project.output("META-INF")).doesNotExist();
    }

    @Test
    void generatesNothingWithoutRevisions(@TempDir Path folder) throws IOException {
        Project project = new Project(folder).write("public class Unrelated {}");

        project.compile().succeeds();

        assertThat(project.output("META-INF")).doesNotExist();
    }

    @Test
    void serviceLoaderFindsRegistry(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = compiled(folder)) {
            RevisionRegistry registry = onlyRegistry(loader);

            assertThat(registry.revisions())
                    .containsExactly(
                            RevisionInfo.of("ae1027a6acf0", "say \"hello\" to C:\\temp for $5\nand more")
                                    .after("1975ea83b712")
                                    .outsideTransaction()
                                    .declaredBy("app.AddURLIndex")
                                    .withChecksum("783685acde34f4bf"),
                            RevisionInfo.of("1975ea83b712", "create user")
                                    .labelled("users", "main")
                                    .declaredBy("app.CreateUser")
                                    .withChecksum(OF_NOTHING),
                            RevisionInfo.of("Join", "join")
                                    .after("ae1027a6acf0", "CreateOrder")
                                    .declaredBy("app.Join")
                                    .withChecksum(OF_NOTHING),
                            RevisionInfo.of("CreateOrder", "create order")
                                    .dependingOn("1975ea83b712")
                                    .labelled("orders")
                                    .replacing("a1", "a2")
                                    .declaredBy("app.orders.Orders.CreateOrder")
                                    .withChecksum(OF_NOTHING));
        }
    }

    @Test
    void createsMigrationOfEachRevision(@TempDir Path folder) throws IOException {
        try (URLClassLoader loader = compiled(folder)) {
            RevisionRegistry registry = onlyRegistry(loader);

            for (int i = 0; i < registry.revisions().size(); i++) {
                assertThat(registry.newMigration(i).getClass().getCanonicalName())
                        .isEqualTo(registry.revisions().get(i).type());
                assertThat(registry.newMigration(i)).isNotSameAs(registry.newMigration(i));
            }
            assertThatThrownBy(() -> registry.newMigration(4)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> registry.newMigration(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    /** Users with -Werror get no warning from code that they have not written. */
    @Test
    void generatedSourceCompilesWithoutWarning() {
        InMemory.compileWith(List.of("-Xlint:all,-processing,-options", "-Werror"), """
                        @Deprecated
                        @Revision
                        public class CreateUser extends NoOp {}
                        """, """
                        @Deprecated(forRemoval = true)
                        @Revision(down = CreateUser.class)
                        @SuppressWarnings("deprecation")
                        public class AddName<T> extends NoOp {}
                        """)
                .succeeds();
    }

    private static URLClassLoader compiled(Path folder) throws IOException {
        Project project = new Project(folder).write(CREATE_USER, ADD_URL_INDEX, ORDERS, JOIN);
        project.compile().succeeds();
        return Project.loader(project.output(""));
    }

    private static RevisionRegistry onlyRegistry(ClassLoader loader) {
        List<RevisionRegistry> registries = Project.registries(loader);
        assertThat(registries).hasSize(1);
        return registries.get(0);
    }

    /** Returns what the processor generates for sources: all but class files, by path. */
    private static Map<String, String> generate(String... sources) {
        Compilation compilation = InMemory.compilation(List.of(), sources);
        Map<String, String> generated = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                generated.put(file.getName().replaceFirst("^/(CLASS|SOURCE)_OUTPUT/", ""), text(file));
            }
        }
        return generated;
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String golden(String file) throws IOException {
        try (var in = Objects.requireNonNull(RegistryTest.class.getResourceAsStream("/golden/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
