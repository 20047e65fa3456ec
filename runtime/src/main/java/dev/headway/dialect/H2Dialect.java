package dev.headway.dialect;

import dev.headway.schema.ColumnType;
import java.util.List;
import java.util.Set;

/** H2 2.2 and later, in its regular mode. */
final class H2Dialect extends Dialect {
    /** The keywords of H2's manual, chapter <em>Keywords / Reserved Words</em>. */
    private static final Set<String> RESERVED = Words.of("""
            all and any array as asymmetric authorization between both case cast check constraint cross \
            current_catalog current_date current_path current_role current_schema current_time current_timestamp \
            current_user day default distinct else end except exists false fetch for foreign from full group groups \
            having hour if ilike in inner intersect intersects interval is join key leading left like limit localtime \
            localtimestamp minus minute month natural not null offset on or order over partition primary qualify range \
            regexp right row rownum rows second select session_user set some symmetric system_user table to top \
            trailing true uescape union unique unknown user using value values when where window with year _rowid_""");

    H2Dialect() {
        super(RESERVED);
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    @Override
    public String tryLock() {
        return "SELECT id FROM headway_lock FOR UPDATE SKIP LOCKED";
    }

    /** H2 has no advisory locks, so a row is locked; the table is made together with its row. */
    @Override
    public List<String> prepareLock() {
        return List.of("CREATE TABLE IF NOT EXISTS headway_lock AS SELECT 1 AS id");
    }

    /** A plain text would be a JSON string, not the document that it holds. */
    @Override
    protected String literal(String text, ColumnType type) {
        return (type == ColumnType.Plain.JSON ? "JSON " : "") + super.literal(text, type);
    }
}
