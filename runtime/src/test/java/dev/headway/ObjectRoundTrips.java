package dev.headway;

import static dev.headway.RoundTrip.directive;
import static dev.headway.op.Database.H2;
import static dev.headway.op.Database.MARIADB;
import static dev.headway.op.Database.MYSQL;
import static dev.headway.op.Database.POSTGRESQL;
import static dev.headway.op.Database.SQLITE;

import java.util.List;

/** What is said of what is in a schema beside tables, and of schemas. */
final class ObjectRoundTrips {
    private static final String NO_SEQUENCES = "SQLite has no sequences. Put it inside on(Database.…)";

    private ObjectRoundTrips() {}

    static List<RoundTrip> all() {
        return List.of(
                directive("createSequence", op -> op.createSequence("s"))
                        .refusedBy(SQLITE, NO_SEQUENCES)
                        .refusedBy(MYSQL, "MySQL has no sequences"),
                directive("createSequence in a schema", op -> op.createSequence("audit.s"))
                        .refusedBy(MYSQL, "MySQL has no sequences"),
                directive(
                                "createSequence with all that can be said",
                                op -> op.createSequence(
                                        "s",
                                        s -> s.startWith(10)
                                                .incrementBy(-2)
                                                .minValue(-100)
                                                .maxValue(100)
                                                .cycle()))
                        .refusedBy(SQLITE, NO_SEQUENCES)
                        .refusedBy(MYSQL, "MySQL has no sequences"),
                directive(
                                "createSequence().ifNotExists()",
                                op -> op.createSequence("ticket").ifNotExists())
                        .refusedBy(SQLITE, NO_SEQUENCES)
                        .refusedBy(MYSQL, "MySQL has no sequences")
                        .changesNothing()
                        .oneWay(
                                "createSequence(\"ticket\") cannot be inverted. Whether ifNotExists() created the sequence"
                                        + " is not known afterwards"),
                directive("dropSequence", op -> op.dropSequence("ticket"))
                        .refusedBy(SQLITE, NO_SEQUENCES)
                        .refusedBy(MYSQL, "MySQL has no sequences")
                        .oneWay("dropSequence(\"ticket\", s -> { … })"),
                directive(
                                "dropSequence as it was",
                                op -> op.dropSequence(
                                        "ticket", s -> s.startWith(5).incrementBy(2)))
                        .refusedBy(SQLITE, NO_SEQUENCES)
                        .refusedBy(MYSQL, "MySQL has no sequences"),
                directive(
                                "dropSequence().ifExists()",
                                op -> op.dropSequence("missing").ifExists())
                        .refusedBy(SQLITE, NO_SEQUENCES)
                        .refusedBy(MYSQL, "MySQL has no sequences")
                        .changesNothing()
                        .oneWay("dropSequence(\"missing\") cannot be inverted"),
                directive("createEnum", op -> op.createEnum("size", "small", "it's large"))
                        .changesNothingOn(H2, MARIADB, MYSQL, SQLITE),
                directive("createEnum in a schema", op -> op.createEnum("audit.size", "small", "large"))
                        .changesNothingOn(H2, MARIADB, MYSQL, SQLITE),
                directive("dropEnum as it was", op -> op.dropEnum("mood", "sad", "happy"))
                        .changesNothingOn(H2, MARIADB, MYSQL, SQLITE),
                directive("dropEnum", op -> op.dropEnum("mood"))
                        .changesNothingOn(H2, MARIADB, MYSQL, SQLITE)
                        .oneWay("dropEnum(\"mood\", \"value\", …)"),
                directive("addEnumValue", op -> op.addEnumValue("mood", "it's fine"))
                        .onlyOn(POSTGRESQL)
                        .refusedBy(
                                H2, "H2 has no enums that are types of their own: their values stand with each column")
                        .oneWay(
                                "addEnumValue(\"mood\", \"it's fine\") cannot be inverted. Write the downgrade by hand"),
                directive("createView", op -> op.createView("nicks", "SELECT nick FROM account WHERE age > 7")),
                directive("createView in a schema", op -> op.createView("audit.whats", "SELECT what FROM audit.entry")),
                directive(
                                "createView().orReplace()",
                                op -> op.createView("ids", "SELECT id FROM account WHERE age > 7")
                                        .orReplace())
                        .oneWay("What orReplace() replaced is not known afterwards"),
                directive("dropView", op -> op.dropView("ids")).oneWay("dropView(\"ids\", \"SELECT …\")"),
                directive("dropView as it was", op -> op.dropView("ids", "SELECT id FROM account")),
                directive(
                                "dropView().ifExists()",
                                op -> op.dropView("missing", "SELECT 1").ifExists())
                        .changesNothing()
                        .oneWay("dropView(\"missing\") cannot be inverted"),
                directive("createSchema", op -> op.createSchema("other")),
                directive(
                                "createSchema().ifNotExists()",
                                op -> op.createSchema("audit").ifNotExists())
                        .changesNothing()
                        .oneWay(
                                "createSchema(\"audit\") cannot be inverted. Whether ifNotExists() created the schema is"
                                        + " not known afterwards"),
                directive("dropSchema", op -> op.dropSchema("empty")),
                directive(
                                "dropSchema().ifExists()",
                                op -> op.dropSchema("missing").ifExists())
                        .changesNothing()
                        .oneWay("dropSchema(\"missing\") cannot be inverted"),
                directive("createExtension", op -> op.createExtension("uuid-ossp"))
                        .onlyOn(POSTGRESQL)
                        .refusedBy(H2, "cannot do createExtension(\"uuid-ossp\") here: H2 has no extensions"),
                directive(
                                "createExtension().ifNotExists()",
                                op -> op.createExtension("plpgsql").ifNotExists())
                        .onlyOn(POSTGRESQL)
                        .changesNothing()
                        .oneWay("Whether ifNotExists() installed it is not known afterwards"),
                directive("dropExtension", op -> op.dropExtension("plpgsql")).onlyOn(POSTGRESQL),
                directive(
                                "dropExtension().ifExists()",
                                op -> op.dropExtension("missing").ifExists())
                        .onlyOn(POSTGRESQL)
                        .changesNothing()
                        .oneWay("dropExtension(\"missing\") cannot be inverted"));
    }
}
