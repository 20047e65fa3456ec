package dev.headway.autogenerate;

import java.sql.SQLException;

/** A statement failed in a scratch place. */
final class ScratchException extends RuntimeException {
    ScratchException(String sql, SQLException cause) {
        super(cause.getMessage() + "\n  " + sql, cause);
    }
}
