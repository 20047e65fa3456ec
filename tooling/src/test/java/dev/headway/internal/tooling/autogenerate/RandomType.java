package dev.headway.internal.tooling.autogenerate;

import dev.headway.op.ColumnTypes;
import dev.headway.op.Database;
import dev.headway.op.DeclaredColumn;
import dev.headway.op.ElementTypes;
import dev.headway.op.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A type that columns of random schemas have.
 *
 * @param declaration declares it
 * @param kind what is in it
 * @param indexable whether an index can be on it
 * @param values defaults for it
 */
record RandomType(
        Function<ColumnTypes, DeclaredColumn<?>> declaration, Kind kind, boolean indexable, List<Object> values) {

    /** What is in a column. */
    enum Kind {
        NUMBER,
        TEXT,
        DOCUMENT,
        OTHER
    }

    private static final List<Object> TEXTS =
            List.of("it's", "", "100%", "two\nlines", "?", ":x <y>", "say \"so\"", "\\");

    /** Returns the types of a database, those that go together beside each other. */
    static List<RandomType> of(Database database) {
        List<RandomType> types = new ArrayList<>(List.of(
                number(ColumnTypes::smallint, 1, -7),
                number(ColumnTypes::integer, 1, -7),
                number(ColumnTypes::bigint, 1, 5_000_000_000L),
                number(all -> all.decimal(12, 2), 1, new BigDecimal("2.50")),
                number(all -> all.decimal(7, 0), 3),
                number(ColumnTypes::doublePrecision, 0, 2),
                number(ColumnTypes::real, 1),
                text(all -> all.varchar(20), true),
                text(all -> all.varchar(200), true),
                text(all -> all.character(20), true),
                text(ColumnTypes::text, !indexesPrefixesOfTexts(database)),
                other(ColumnTypes::bool, true, false),
                other(ColumnTypes::date),
                other(ColumnTypes::time),
                other(ColumnTypes::timestamp, Sql.now()),
                other(ColumnTypes::timestamptz, Sql.now()),
                new RandomType(ColumnTypes::json, Kind.DOCUMENT, false, List.of("{}", "[1, \"it's\"]")),
                new RandomType(ColumnTypes::binary, Kind.OTHER, false, List.of())));
        if (!database.equals(Database.MARIADB)) { // which converts nothing else to it
            types.add(other(ColumnTypes::uuid, UUID.fromString("3915c900-85fc-1222-833c-10d51af56f2e")));
        }
        types.addAll(ownTypes(database));
        return types;
    }

    private static boolean indexesPrefixesOfTexts(Database database) {
        return database.equals(Database.MARIADB) || database.equals(Database.MYSQL);
    }

    private static List<RandomType> ownTypes(Database database) {
        if (database.equals(Database.POSTGRESQL)) {
            return List.of(
                    other(ColumnTypes::interval),
                    own("inet"),
                    own("numeric"),
                    own("character varying"),
                    own("timestamp(3) with time zone"),
                    own("json"),
                    other(all -> all.array(ElementTypes::integer)),
                    other(all -> all.array(element -> element.varchar(10))));
        }
        if (indexesPrefixesOfTexts(database)) {
            return List.of(
                    own("int unsigned"),
                    own("mediumtext"),
                    own("datetime"),
                    own("varchar(30) CHARACTER SET latin1"),
                    other(all -> all.enumerated("sizes", "small", "it's", "a,b"), "small"),
                    own("bit(3)"));
        }
        if (database.equals(Database.H2)) {
            return List.of(
                    other(ColumnTypes::interval),
                    own("tinyint"),
                    own("numeric(9, 3)"),
                    own("varchar_ignorecase(20)"),
                    own("enum('small', 'it''s')"),
                    other(all -> all.array(ElementTypes::integer)));
        }
        return List.of(own("citext"), own("unsigned big int"), own("numeric(9,3)"));
    }

    private static RandomType number(Function<ColumnTypes, DeclaredColumn<?>> declaration, Object... values) {
        return new RandomType(declaration, Kind.NUMBER, true, List.of(values));
    }

    private static RandomType text(Function<ColumnTypes, DeclaredColumn<?>> declaration, boolean indexable) {
        return new RandomType(declaration, Kind.TEXT, indexable, TEXTS);
    }

    private static RandomType other(Function<ColumnTypes, DeclaredColumn<?>> declaration, Object... values) {
        return new RandomType(declaration, Kind.OTHER, true, List.of(values));
    }

    private static RandomType own(String sql) {
        return new RandomType(types -> types.type(sql), Kind.OTHER, false, List.of());
    }
}
