package dev.headway.internal.engine;

import dev.headway.error.NotRecordableException;
import dev.headway.schema.EnumType;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.List;
import java.util.Optional;

/** The schema of a database that cannot be asked: not yet, or not at all. */
enum UnknownSchema implements LiveSchema {
    /** The one of its kind. */
    UNKNOWN;

    @Override
    public boolean canBeAsked() {
        return false;
    }

    @Override
    public List<String> tables() {
        throw new NotRecordableException("To know the tables");
    }

    @Override
    public Optional<Table> table(String name) {
        throw new NotRecordableException("To know table '" + name + "'");
    }

    @Override
    public List<Sequence> sequences() {
        throw new NotRecordableException("To know the sequences");
    }

    @Override
    public List<View> views() {
        throw new NotRecordableException("To know the views");
    }

    @Override
    public List<EnumType> enums() {
        throw new NotRecordableException("To know the enums");
    }
}
