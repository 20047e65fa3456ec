package dev.headway.internal.engine.step;

import dev.headway.error.NotRecordableException;
import dev.headway.schema.EnumType;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import java.util.List;
import java.util.Optional;

/** A schema that cannot be read: the step is only being prepared, or there is no database. */
public enum UnknownSchema implements LiveSchema {
    /** The only instance. */
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
