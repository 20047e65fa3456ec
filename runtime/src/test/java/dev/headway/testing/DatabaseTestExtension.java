package dev.headway.testing;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs a {@link DatabaseTest} on every database that has what the test needs. */
final class DatabaseTestExtension implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    /** A test may run nowhere only if this run leaves out all the databases that have what the test needs. */
    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return DatabaseServers.all().stream().anyMatch(server -> suits(server, annotation(context)));
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        DatabaseTest test = annotation(context);
        List<Optional<Object>> cases = cases(test, context.getRequiredTestClass());
        return DatabaseServers.selected().stream()
                .filter(server -> suits(server, test))
                .flatMap(server -> cases.stream().map(each -> new Invocation(server, test.processes(), each)));
    }

    private static DatabaseTest annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), DatabaseTest.class)
                .orElseThrow();
    }

    private static boolean suits(DatabaseServer server, DatabaseTest test) {
        return server.capabilities().containsAll(Set.of(test.value()));
    }

    private static List<Optional<Object>> cases(DatabaseTest test, Class<?> testClass) {
        if (test.cases().isEmpty()) {
            return List.of(Optional.empty());
        }
        Method method = ReflectionSupport.findMethod(testClass, test.cases()).orElseThrow();
        return ((List<?>) ReflectionSupport.invokeMethod(method, null))
                .stream().map(each -> Optional.<Object>of(each)).toList();
    }

    /** One run of a test, which gets a database of its own. */
    private static final class Invocation
            implements TestTemplateInvocationContext, ExecutionCondition, ParameterResolver, AfterEachCallback {
        private final DatabaseServer server;
        private final Processes processes;
        private final Optional<Object> testCase;
        private TestDatabase database;

        Invocation(DatabaseServer server, Processes processes, Optional<Object> testCase) {
            this.server = server;
            this.processes = processes;
            this.testCase = testCase;
        }

        @Override
        public String getDisplayName(int index) {
            return server.name() + testCase.map(each -> ": " + each).orElse("");
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return server.missing()
                    .map(reason -> {
                        MissingServer.report(reason);
                        return ConditionEvaluationResult.disabled(reason);
                    })
                    .orElseGet(() -> ConditionEvaluationResult.enabled("The server can start"));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return isDatabase(parameter) || testCase.isPresent();
        }

        private static boolean isDatabase(ParameterContext parameter) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            if (!isDatabase(parameter)) {
                return testCase.orElseThrow();
            }
            database = server.create(processes);
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
