package dev.headway.testing;

import dev.headway.Migration;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A revision declared by hand, in place of an annotated class. */
public final class TestRevision {
    private final RevisionInfo info;
    private final Directives upgrade;
    private final @Nullable Directives downgrade;

    private TestRevision(RevisionInfo info, Directives upgrade, @Nullable Directives downgrade) {
        this.info = info;
        this.upgrade = upgrade;
        this.downgrade = downgrade;
    }

    /** Returns a base whose downgrade is derived. */
    public static TestRevision revision(String id, Directives upgrade) {
        return new TestRevision(RevisionInfo.of(id, "what " + id + " does"), upgrade, null);
    }

    /** Returns a base that creates a table of its own name, with a column {@code id}. */
    public static TestRevision table(String id) {
        return revision(id, op -> op.createTable(id, t -> t.bigint("id").primaryKey()));
    }

    /** Returns the registry of these revisions. */
    public static RevisionRegistry registry(TestRevision... revisions) {
        List<TestRevision> declared = List.of(revisions);
        return new RevisionRegistry() {
            @Override
            public List<RevisionInfo> revisions() {
                return declared.stream().map(revision -> revision.info).toList();
            }

            @Override
            public Object newMigration(int index) {
                return declared.get(index).migration();
            }
        };
    }

    /** Returns the ids of the revisions of a plan, in order. */
    public static List<String> ids(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }

    public TestRevision after(String... ids) {
        return with(info.after(ids));
    }

    public TestRevision dependingOn(String... ids) {
        return with(info.dependingOn(ids));
    }

    public TestRevision outsideTransaction() {
        return with(info.outsideTransaction());
    }

    /** Returns this revision with another message. */
    public TestRevision saying(String message) {
        return with(new RevisionInfo(info.id(), info.down(), info.dependsOn(), info.branches(), message));
    }

    public TestRevision declaredBy(Class<?> type) {
        return with(info.declaredBy(type.getName()));
    }

    public TestRevision checkedBy(String checksum) {
        return with(info.withChecksum(checksum));
    }

    public TestRevision labelled(String... labels) {
        return with(info.labelled(labels));
    }

    public TestRevision inDatabase(String name) {
        return with(info.inDatabase(name));
    }

    public TestRevision replacing(String... ids) {
        return with(info.replacing(ids));
    }

    /** Returns this revision with a downgrade written by hand. */
    public TestRevision downgrade(Directives downgrade) {
        return new TestRevision(info, upgrade, downgrade);
    }

    private TestRevision with(RevisionInfo changed) {
        return new TestRevision(changed, upgrade, downgrade);
    }

    private Migration migration() {
        Directives derived = op -> op.undo(upgrade);
        Directives down = downgrade == null ? derived : downgrade;
        return new Migration() {
            @Override
            public void upgrade(Operations op) throws Exception {
                upgrade.applyTo(op);
            }

            @Override
            public void downgrade(Operations op) throws Exception {
                down.applyTo(op);
            }
        };
    }
}
