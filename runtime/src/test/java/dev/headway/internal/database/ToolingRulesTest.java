package dev.headway.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.op.Database;
import dev.headway.op.Spelling;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Enumerated;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.DefaultValue.Now;
import dev.headway.schema.Identity;
import dev.headway.schema.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tooling must know of each database. */
class ToolingRulesTest {
    private static final DatabaseType H2 = Databases.of(Database.H2);
    private static final DatabaseType SQLITE = Databases.of(Database.SQLITE);
    private static final DatabaseType MARIADB = Databases.of(Database.MARIADB);
    private static final DatabaseType MYSQL = Databases.of(Database.MYSQL);

    private static Column column(String type) {
        return Column.of("size", new Native(type));
    }

    private static Spelling spelling(DatabaseType type) {
        return type.dialect(Version.LATEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PostgreSQL", "MariaDB", "MySQL", "H2", "SQLite"})
    void keepsUnknownTypesAndDefaults(String name) {
        DatabaseType type = Databases.of(new Database(name));

        assertThat(type.source().portableType(column("a type of its own"))).isEmpty();
        assertThat(type.source().portableDefault(column("text"), "f(x)")).isEqualTo(new Expression("f(x)"));
    }

    @Test
    void h2NumbersUnnamedConstraintsAndReportsNamesInUpperCase() {
        assertThat(H2.comparison().isGeneratedName("t", new Unique("CONSTRAINT_2A", List.of("a"))))
                .isTrue();
        assertThat(H2.comparison().isGeneratedName("t", new Unique("constraint_2a_1", List.of("a"))))
                .isTrue();
        assertThat(H2.comparison().isGeneratedName("t", new Unique("uq", List.of("a"))))
                .isFalse();
        assertThat(H2.comparison().inExpression("nick", spelling(H2))).isEqualTo("\"NICK\"");
        assertThat(H2.comparison().inExpression("Nick", spelling(H2))).isEqualTo("\"Nick\"");
        assertThat(H2.source().portableType(column("CHARACTER VARYING(20)"))).contains(new Varchar(20));
        assertThat(H2.source().portableType(column("CHARACTER VARYING"))).contains(Plain.TEXT);
    }

    @Test
    void sqliteNumbersRowsWith64Bits() {
        assertThat(SQLITE.source().portableType(column("integer"))).contains(Plain.INTEGER);
        assertThat(SQLITE.source().portableType(column("integer").numbered(Identity.BY_DEFAULT)))
                .contains(Plain.BIGINT);
        assertThat(SQLITE.rows().restartIdentity("t", "id", 5, spelling(SQLITE)))
                .isEmpty();
    }

    @Test
    void mariaDbNamesConstraints() {
        assertThat(MARIADB.comparison().isGeneratedName("t", new PrimaryKey("PRIMARY", List.of("a"))))
                .isTrue();
        assertThat(MARIADB.comparison().isGeneratedName("t", new Unique("a_2", List.of("a", "b"))))
                .isTrue();
        assertThat(MARIADB.comparison()
                        .isGeneratedName("t", new ForeignKey("t_ibfk_1", List.of("a"), "u", List.of("id"))))
                .isTrue();
        assertThat(MARIADB.comparison().isGeneratedName("t", new Check("CONSTRAINT_1", "a > 0", true)))
                .isTrue();
        assertThat(MARIADB.comparison().isGeneratedName("t", new Check("t_chk_1", "a > 0", true)))
                .isFalse();
        assertThat(MYSQL.comparison().isGeneratedName("t", new Check("t_chk_1", "a > 0", true)))
                .isTrue();
    }

    @Test
    void mariaDbReportsEnumsAndTimes() {
        assertThat(MARIADB.source().portableType(column("enum('small','it''s','a,b')")))
                .contains(new Enumerated("size", List.of("small", "it's", "a,b")));
        assertThat(MARIADB.source().portableType(column("int(11)"))).contains(Plain.INTEGER);
        assertThat(MARIADB.source().portableType(column("int(10) unsigned"))).isEmpty();
        assertThat(MARIADB.source().portableDefault(column("timestamp(6)"), "current_timestamp(6)"))
                .isEqualTo(Now.NOW);
        assertThat(MARIADB.source().portableDefault(column("timestamp"), "CURRENT_TIMESTAMP"))
                .isEqualTo(new Expression("CURRENT_TIMESTAMP"));
        assertThat(MARIADB.rows().epochSeconds(column("timestamp(6)"), spelling(MARIADB)))
                .contains("unix_timestamp(size)");
        assertThat(MARIADB.rows().epochSeconds(column("datetime(6)"), spelling(MARIADB)))
                .isEmpty();
    }

    @Test
    void mariaDbSequencesStateTheirLimits() {
        Sequence descending = new Sequence("s", -1, -1, null, null, false);

        assertThat(MARIADB.comparison().alterSequence(descending, false, spelling(MARIADB)))
                .isEqualTo(
                        "ALTER SEQUENCE s START WITH -1 INCREMENT BY -1 MINVALUE -9223372036854775807 MAXVALUE -1 NOCYCLE");
        assertThat(H2.comparison().alterSequence(descending, true, spelling(H2)))
                .isEqualTo(
                        "ALTER SEQUENCE s START WITH -1 INCREMENT BY -1 NO MINVALUE NO MAXVALUE NO CYCLE RESTART WITH -1");
    }
}
