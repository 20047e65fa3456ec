package dev.headway.op;

import org.jspecify.annotations.Nullable;

/**
 * Options of {@code createTable}.
 *
 * @since 0.1
 */
public final class TableOptions {
    private boolean ifNotExists;
    private @Nullable String engine;
    private @Nullable String charset;

    TableOptions() {}

    /** Keeps an existing table of that name as it is. No downgrade can be derived. */
    public TableOptions ifNotExists() {
        ifNotExists = true;
        return this;
    }

    /** Sets the storage engine on MariaDB and MySQL, such as {@code InnoDB}; other databases ignore it. */
    public TableOptions engine(String engine) {
        this.engine = Once.set("engine(…)", this.engine, engine);
        return this;
    }

    /** Sets the character set on MariaDB and MySQL, such as {@code utf8mb4}; other databases ignore it. */
    public TableOptions charset(String charset) {
        this.charset = Once.set("charset(…)", this.charset, charset);
        return this;
    }

    boolean isIfNotExists() {
        return ifNotExists;
    }

    @Nullable
    String engine() {
        return engine;
    }

    @Nullable
    String charset() {
        return charset;
    }
}
