package dev.headway.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a {@link DatabaseTest} on every database that has what the test needs. */
final class DatabaseTestExtension implements TestTemplateInvocationContextProvider {
    /** To test one more database, add it here. */
    private static final List<DatabaseServer> SERVERS = List.of(new H2Server(), new PostgresServer());

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Set<Trait> needed = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), DatabaseTest.class)
                .map(test -> Set.of(test.value()))
                .orElseThrow();
        return SERVERS.stream()
                .filter(server -> server.traits().containsAll(needed))
                .map(Invocation::new);
    }

    /** One run of a test, which gets a database of its own. */
    private static final class Invocation
            implements TestTemplateInvocationContext, ParameterResolver, AfterEachCallback {
        private final DatabaseServer server;
        private TestDatabase database;

        Invocation(DatabaseServer server) {
            this.server = server;
        }

        @Override
        public String getDisplayName(int index) {
            return server.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
            database = server.create();
            return database;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            if (database != null) {
                database.drop();
            }
        }
    }
}
