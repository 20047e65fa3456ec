package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.ComparisonRules;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import java.util.regex.Pattern;

/** A unique constraint is named after its first column; foreign keys and checks are numbered within their table. */
public abstract class FamilyComparison implements ComparisonRules {
    @Override
    public boolean isGeneratedName(String table, Constraint constraint) {
        return generated(table, constraint)
                .matcher(String.valueOf(constraint.name()))
                .matches();
    }

    private Pattern generated(String table, Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return Pattern.compile("PRIMARY");
        } else if (constraint instanceof Unique) {
            return Pattern.compile(Pattern.quote(constraint.columns().get(0)) + "(_\\d+)?");
        } else if (constraint instanceof ForeignKey) {
            return Pattern.compile(Pattern.quote(table) + "_ibfk_\\d+");
        }
        return generatedCheckName(table);
    }

    /** Returns the names of checks that were created without one. */
    protected abstract Pattern generatedCheckName(String table);

    @Override
    public boolean dropsRequireDefinition() {
        return true;
    }

    @Override
    public boolean indexesForeignKeys() {
        return true;
    }
}
