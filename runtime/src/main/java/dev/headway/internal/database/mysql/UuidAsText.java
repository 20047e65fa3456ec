package dev.headway.internal.database.mysql;

import java.sql.Types;
import java.util.UUID;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds a UUID as text. The driver would send it as a serialized object, which equals no stored value. */
final class UuidAsText extends AbstractArgumentFactory<UUID> {
    UuidAsText() {
        super(Types.CHAR);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
        return (position, statement, context) -> statement.setString(position, value.toString());
    }
}
