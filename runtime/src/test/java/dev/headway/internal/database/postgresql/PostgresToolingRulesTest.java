package dev.headway.internal.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Array;
import dev.headway.schema.ColumnType.Char;
import dev.headway.schema.ColumnType.Decimal;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.ColumnType.Plain;
import dev.headway.schema.ColumnType.Varchar;
import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.Check;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.DefaultValue.Expression;
import dev.headway.schema.DefaultValue.Literal;
import dev.headway.schema.DefaultValue.Now;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class PostgresToolingRulesTest {
    private final PostgresComparison comparison = new PostgresComparison();
    private final PostgresSource source = new PostgresSource();

    static final Map<String, ColumnType> TYPES = Map.of(
            "character varying(20)", new Varchar(20),
            "character(3)", new Char(3),
            "numeric(12,2)", new Decimal(12, 2),
            "timestamp with time zone", Plain.TIMESTAMPTZ,
            "jsonb", Plain.JSON,
            "integer[]", new Array(Plain.INTEGER),
            "citext[]", new Array(new Native("citext")));

    @Test
    void translatesReportedTypes() {
        assertThat(TYPES)
                .allSatisfy((sql, type) -> assertThat(source.portableType(Column.of("a", new Native(sql))))
                        .contains(type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"character varying", "numeric", "numeric(2,5)", "timestamp(3) with time zone", "json"})
    void keepsTypesThatAPortableTypeWouldChange(String sql) {
        assertThat(source.portableType(Column.of("a", new Native(sql)))).isEmpty();
    }

    @Test
    void translatesReportedDefaults() {
        Column text = Column.of("a", new Native("text"));
        Column date = Column.of("a", new Native("date"));

        assertThat(source.portableDefault(text, "'it''s'::text")).isEqualTo(new Literal("it's"));
        assertThat(source.portableDefault(date, "'2026-01-01'::date")).isEqualTo(new Literal("2026-01-01"));
        assertThat(source.portableDefault(text, "'now'::date")).isEqualTo(new Expression("'now'::date"));
        assertThat(source.portableDefault(text, "'plain'")).isEqualTo(new Expression("'plain'"));
        assertThat(source.portableDefault(text, "-5")).isEqualTo(new Literal(-5));
        assertThat(source.portableDefault(text, "true")).isEqualTo(new Literal(true));
        assertThat(source.portableDefault(text, "CURRENT_TIMESTAMP")).isEqualTo(Now.NOW);
        assertThat(source.portableDefault(text, "now()")).isEqualTo(new Expression("now()"));
    }

    static final List<Constraint> GENERATED = List.of(
            new PrimaryKey("account_pkey", List.of("id")),
            new Unique("account_a_b_key", List.of("a", "b")),
            new ForeignKey("account_a_fkey", List.of("a"), "other", List.of("id")),
            new Check("account_check", "a > 0", true));

    @ParameterizedTest
    @FieldSource("GENERATED")
    void recognizesGeneratedNames(Constraint constraint) {
        assertThat(comparison.isGeneratedName("account", constraint)).isTrue();
        assertThat(comparison.isGeneratedName("account", constraint.named("chosen")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "integer, bigint",
        "date, timestamp with time zone",
        "integer, text",
        "character varying(5), text",
        "numeric(5), numeric(9)"
    })
    void letsPostgresConvertRelatedTypes(String from, String to) {
        assertThat(comparison.conversion("a", from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text, integer", "boolean, integer", "text, 'timestamp with time zone'"})
    void convertsOtherTypesThroughTheirText(String from, String to) {
        assertThat(comparison.conversion("a", from, to)).contains("CAST(CAST(a AS text) AS " + to + ")");
    }
}
