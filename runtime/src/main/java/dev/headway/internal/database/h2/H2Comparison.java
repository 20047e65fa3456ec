package dev.headway.internal.database.h2;

import dev.headway.database.ComparisonRules;
import dev.headway.op.Spelling;
import dev.headway.schema.Constraint;
import java.util.Locale;
import java.util.regex.Pattern;

/** H2 numbers the constraints of a database that have no name, and reports unquoted names in upper case. */
final class H2Comparison implements ComparisonRules {
    private static final Pattern GENERATED = Pattern.compile("constraint_[0-9a-f]+(_\\d+)?", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean isGeneratedName(String table, Constraint constraint) {
        return GENERATED.matcher(String.valueOf(constraint.name())).matches();
    }

    @Override
    public boolean dropsGeneratedNamesByDefinition() {
        return true;
    }

    @Override
    public boolean constraintsUseExistingIndexes() {
        return true;
    }

    @Override
    public String inExpression(String name, Spelling spelling) {
        String quoted = spelling.quote(name);
        return quoted.equals(name) ? '"' + name.toUpperCase(Locale.ROOT) + '"' : quoted;
    }
}
