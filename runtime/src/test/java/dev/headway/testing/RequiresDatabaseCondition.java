package dev.headway.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads {@link RequiresDatabase}. */
final class RequiresDatabaseCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), RequiresDatabase.class)
                .map(RequiresDatabase::value)
                .filter(name -> DatabaseServers.selected().stream()
                        .noneMatch(server -> server.name().equals(name)))
                .map(name -> ConditionEvaluationResult.disabled("This run doesn't include " + name))
                .orElseGet(() -> ConditionEvaluationResult.enabled("This run includes the database"));
    }
}
