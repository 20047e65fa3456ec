package dev.headway.examples.ibutsu.migrations;

import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.op.Database;
import dev.headway.op.Operations;
import dev.headway.op.TableDraft;
import dev.headway.schema.ColumnType;

/** All tables, in the order in which they point at each other. The two that point at each other are joined at the end. */
@Revision(id = "cacecc4f1237", message = "initial baseline")
public final class InitialBaseline implements Migration {

    @Override
    public void upgrade(Operations op) {
        ColumnType text = indexedText(op.database());
        createPeople(op, text);
        createProjects(op, text);
        createTests(op, text);
        createImports(op, text);
        op.createTable("meta", t -> {
            t.column("key").of(text).primaryKey();
            t.text("value");
            indexes(t, "meta", "key");
        });
    }

    /** MariaDB indexes no text without a limit: 768 characters are what an index of it holds. */
    static ColumnType indexedText(Database database) {
        return database.equals(Database.MARIADB) || database.equals(Database.MYSQL)
                ? new ColumnType.Varchar(768)
                : ColumnType.Plain.TEXT;
    }

    private static void createPeople(Operations op, ColumnType text) {
        op.createTable("groups", t -> {
            t.uuid("id").primaryKey();
            t.column("name").of(text);
            t.json("data");
            indexes(t, "groups", "name");
        });
        op.createTable("users", t -> {
            t.uuid("id").primaryKey();
            t.column("email").of(text).notNull();
            t.text("_password");
            t.text("name");
            t.text("activation_code");
            t.bool("is_superadmin").notNull();
            t.bool("is_active").notNull();
            t.uuid("group_id").references("groups", "id");
            indexes(t, "users", "group_id");
        });
        op.createIndex("ix_users_email", "users", "email").unique();
        op.createTable("tokens", t -> {
            t.uuid("id").primaryKey();
            t.text("name").notNull();
            t.text("token").notNull();
            t.timestamp("expires");
            t.uuid("user_id").references("users", "id");
            indexes(t, "tokens", "user_id");
        });
    }

    private static void createProjects(Operations op, ColumnType text) {
        op.createTable("projects", t -> {
            t.uuid("id").primaryKey();
            t.column("name").of(text);
            t.column("title").of(text);
            t.uuid("owner_id").references("users", "id");
            t.uuid("group_id").references("groups", "id");
            t.uuid("default_dashboard_id");
            indexes(t, "projects", "name", "title", "owner_id", "group_id");
        });
        op.createTable("users_projects", t -> {
            t.uuid("user_id").references("users", "id");
            t.uuid("project_id").references("projects", "id");
            t.primaryKey("user_id", "project_id");
        });
        op.createTable("dashboards", t -> {
            t.uuid("id").primaryKey();
            t.column("title").of(text);
            t.text("description");
            t.text("filters");
            t.uuid("project_id").references("projects", "id", key -> key.named("fk_dashboards_project_id"));
            t.uuid("user_id").references("users", "id");
            indexes(t, "dashboards", "title", "project_id", "user_id");
        });
        op.addForeignKey("fk_project_default_dashboard", "projects", "default_dashboard_id")
                .references("dashboards", "id");
        op.createTable("widget_configs", t -> {
            t.uuid("id").primaryKey();
            t.uuid("project_id").references("projects", "id");
            t.uuid("dashboard_id").references("dashboards", "id");
            t.column("title").of(text);
            t.column("type").of(text);
            t.integer("weight");
            t.column("widget").of(text);
            t.json("params");
            t.bool("navigable");
            indexes(
                    t,
                    "widget_configs",
                    "project_id",
                    "dashboard_id",
                    "title",
                    "type",
                    "weight",
                    "widget",
                    "navigable");
        });
    }

    private static void createTests(Operations op, ColumnType text) {
        op.createTable("runs", t -> {
            t.uuid("id").primaryKey();
            t.uuid("project_id").references("projects", "id");
            t.json("data");
            t.column("env").of(text);
            t.column("component").of(text);
            t.column("source").of(text);
            t.timestamp("start_time").notNull();
            t.doublePrecision("duration");
            t.json("summary");
            t.timestamp("created").notNull();
            indexes(t, "runs", "project_id", "env", "component", "source", "start_time", "duration", "created");
        });
        op.createTable("results", t -> {
            t.uuid("id").primaryKey();
            t.uuid("project_id").references("projects", "id");
            t.uuid("run_id").references("runs", "id");
            t.column("test_id").of(text);
            t.column("result").of(text);
            t.json("data");
            t.json("params");
            t.doublePrecision("duration");
            t.timestamp("start_time").notNull();
            t.column("source").of(text);
            t.column("env").of(text);
            t.column("component").of(text);
            indexes(t, "results", "project_id", "run_id", "test_id", "result", "duration", "start_time");
            indexes(t, "results", "source", "env", "component");
        });
        op.createTable("artifacts", t -> {
            t.uuid("id").primaryKey();
            t.binary("content");
            t.uuid("result_id").references("results", "id");
            t.uuid("run_id").references("runs", "id");
            t.column("filename").of(text);
            t.json("data");
            t.timestamp("upload_date").notNull();
            indexes(t, "artifacts", "result_id", "run_id", "filename", "upload_date");
        });
    }

    private static void createImports(Operations op, ColumnType text) {
        op.createTable("imports", t -> {
            t.uuid("id").primaryKey();
            t.column("filename").of(text);
            t.column("format").of(text);
            t.json("data");
            t.column("status").of(text);
            t.timestamp("created");
            indexes(t, "imports", "filename", "format", "status", "created");
        });
        op.createTable("import_files", t -> {
            t.uuid("id").primaryKey();
            t.uuid("import_id").notNull().references("imports", "id");
            t.binary("content");
            indexes(t, "import_files", "import_id");
        });
    }

    private static void indexes(TableDraft t, String table, String... columns) {
        for (String column : columns) {
            t.index("ix_" + table + "_" + column, column);
        }
    }
}
