package dev.headway.processor;

import dev.headway.graph.HistoryFault;
import dev.headway.graph.HistoryFault.Attribute;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * An error or a warning, as data.
 *
 * @param severity error or warning
 * @param code the kind of error, for searching
 * @param text a description with the revisions involved, and how to fix it
 * @param type the qualified name of the class at fault; null if no class is at fault
 * @param attribute the attribute of its annotation at fault; null for the class as a whole
 * @param index the index of the entry at fault in the attribute; {@link HistoryFault#WHOLE} for the attribute as a whole
 */
record Finding(
        Diagnostic.Kind severity,
        String code,
        String text,
        @Nullable String type,
        @Nullable Attribute attribute,
        int index) {

    /** Returns an error of a class as a whole, or of no class. */
    static Finding error(Problem problem, @Nullable String type, Object... arguments) {
        return new Finding(
                Diagnostic.Kind.ERROR, problem.name(), problem.text(arguments), type, null, HistoryFault.WHOLE);
    }

    /** Returns an error of one entry of an attribute. */
    static Finding at(Problem problem, String type, Attribute attribute, int index, Object... arguments) {
        return new Finding(Diagnostic.Kind.ERROR, problem.name(), problem.text(arguments), type, attribute, index);
    }

    /** Returns a fault of the graph as an error of its revision. */
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
