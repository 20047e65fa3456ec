package dev.headway.internal.tooling.source;

import com.palantir.javapoet.CodeBlock;
import dev.headway.database.SourceRules;
import dev.headway.op.Sql;
import dev.headway.schema.Column;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.DefaultValue.Literal;
import dev.headway.schema.DefaultValue.Now;

/** Defaults as a migration declares them: as plain values, if the database reports those as it reports them now. */
record ValueSource(SourceRules database) {

    /** Returns the default of a column. */
    CodeBlock of(Column column, DefaultValue value) {
        if (!(value instanceof Expression expression)) {
            throw new IllegalArgumentException("A default that was not read from a database: " + value);
        }
        DefaultValue portable = database.portableDefault(column, expression.sql());
        if (portable instanceof Literal literal) {
            return CodeBlock.of(literal.value() instanceof String ? "$S" : "$L", literal.value());
        }
        return portable == Now.NOW
                ? CodeBlock.of("$T.now()", Sql.class)
                : CodeBlock.of("$T.raw($S)", Sql.class, expression.sql());
    }
}
