package dev.headway.processor;

import dev.headway.graph.HistoryFault;
import dev.headway.graph.HistoryFault.Attribute;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, as data, before anything is printed.
 *
 * @param severity error or warning
 * @param code what is wrong, in one word for searching
 * @param text what is wrong, with both sides, and how to mend it
 * @param type the qualified name of the class at fault; null if it is no class's
 * @param attribute the attribute of its annotation at fault; null for the class as a whole
 * @param index which entry of the attribute; {@link HistoryFault#WHOLE} for all of it
 */
record Finding(
        Diagnostic.Kind severity,
        String code,
        String text,
        @Nullable String type,
        @Nullable Attribute attribute,
        int index) {

    /** Returns an error that concerns a class as a whole, or no class. */
    static Finding error(Problem problem, @Nullable String type, Object... arguments) {
        return new Finding(
                Diagnostic.Kind.ERROR, problem.name(), problem.text(arguments), type, null, HistoryFault.WHOLE);
    }

    /** Returns an error that concerns one entry of an attribute. */
    static Finding at(Problem problem, String type, Attribute attribute, int index, Object... arguments) {
        return new Finding(Diagnostic.Kind.ERROR, problem.name(), problem.text(arguments), type, attribute, index);
    }

    /** Returns a fault of the graph as an error at the revision that has it. */
    static Finding error(HistoryFault fault) {
        return new Finding(
                Diagnostic.Kind.ERROR,
                fault.kind().name(),
                fault.message(),
                fault.revision().type(),
                fault.attribute(),
                fault.index());
    }
}
