package dev.headway.examples.hsqldb;

import dev.headway.database.ComparisonRules;
import dev.headway.op.Spelling;
import dev.headway.schema.Constraint;
import java.util.Locale;

/** HSQLDB generates names such as {@code SYS_PK_10091}, which differ from one database to the next. */
final class HsqldbComparison implements ComparisonRules {

    @Override
    public boolean isGeneratedName(String table, Constraint constraint) {
        return String.valueOf(constraint.name()).toLowerCase(Locale.ROOT).matches("sys_(pk|fk|ct)_\\d+");
    }

    @Override
    public boolean dropsGeneratedNamesByDefinition() {
        return true;
    }

    @Override
    public boolean rewritesExpressions() {
        return true;
    }

    @Override
    public String inExpression(String name, Spelling spelling) {
        String quoted = spelling.quote(name);
        return quoted.equals(name) ? name.toUpperCase(Locale.ROOT) : quoted;
    }
}
