package dev.headway.examples.ibutsu.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Database;
import dev.headway.op.Operations;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Moves what is in one project to another. Whether there is anything to move depends on the database, so it must be there to
 * be asked. Nothing tells afterwards what was moved: the downgrade leaves all where it is.
 */
@Revision(id = "e5736dbcc0b0", down = CascadeImportFiles.class, message = "move insights-qe to its new project")
public final class MoveInsightsProject implements Migration {
    private static final UUID FROM = UUID.fromString("c6fd19a7-858a-4226-8c27-d8fa7ddf6d0c");
    private static final UUID TO = UUID.fromString("3915c900-85fc-1222-833c-10d51af56f2e");
    private static final Map<String, UUID> MOVE = Map.of("from", FROM, "to", TO);

    @Override
    public void upgrade(Operations op) throws Exception {
        if (!isThere(op, FROM)) {
            return;
        }
        if (!isThere(op, TO)) {
            throw new IllegalStateException("There is project " + FROM + ", but no project " + TO
                    + " that it could move to: create that first");
        }
        for (String table : List.of("runs", "results")) {
            op.on(Database.POSTGRESQL, pg -> moveAndTag(pg, table));
        }
        for (String table : List.of("runs", "results", "dashboards", "widget_configs")) {
            op.execute("UPDATE " + table + " SET project_id = :to WHERE project_id = :from", MOVE);
        }
        op.execute("""
                INSERT INTO users_projects (user_id, project_id)
                SELECT user_id, :to FROM users_projects
                WHERE project_id = :from
                  AND user_id NOT IN (SELECT user_id FROM users_projects WHERE project_id = :to)""", MOVE);
    }

    private static boolean isThere(Operations op, UUID project) {
        return op.handle()
                .createQuery("SELECT 1 FROM projects WHERE id = :id")
                .bind("id", project)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What has no document may have null, or null within JSON. */
    private static void moveAndTag(Operations op, String table) {
        op.execute("UPDATE " + table + """
                 SET project_id = :to, data = coalesce(nullif(data, 'null'), '{}') || '{"project": "insights-qe"}'
                WHERE project_id = :from""", MOVE);
    }

    @Override
    public void downgrade(Operations op) {}
}
