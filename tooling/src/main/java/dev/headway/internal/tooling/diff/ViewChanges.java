package dev.headway.internal.tooling.diff;

import dev.headway.schema.QualifiedName;
import dev.headway.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** The views to drop and to create, including those that are created again because they prevent other changes. */
final class ViewChanges {
    private final List<View> dropped;
    private final List<View> created;

    ViewChanges(List<View> from, List<View> to, Predicate<View> disturbed) {
        List<View> going = new ArrayList<>();
        for (View view : readLast(from)) {
            boolean gone = !to.contains(view);
            boolean readsOneThatGoes = going.stream().anyMatch(other -> reads(view, other));
            if (gone || readsOneThatGoes || disturbed.test(view)) {
                going.add(view);
            }
        }
        created = readLast(to).stream()
                .filter(view -> !from.contains(view) || going.contains(view))
                .toList();
        Collections.reverse(going);
        dropped = going;
    }

    private static boolean reads(View view, View other) {
        return SqlNames.in(view.query(), QualifiedName.parse(other.name()).name());
    }

    /** Returns views, each after the views that it reads. */
    private static List<View> readLast(List<View> views) {
        List<View> left = new ArrayList<>(views);
        List<View> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            View next = left.stream()
                    .filter(view -> left.stream().noneMatch(other -> !other.equals(view) && reads(view, other)))
                    .findFirst()
                    .orElse(left.get(0));
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    /** Returns the views to drop, in an order in which they can be dropped. */
    List<View> dropped() {
        return List.copyOf(dropped);
    }

    /** Returns the views to create, in an order in which they can be created. */
    List<View> created() {
        return created;
    }
}
