package dev.headway.autogenerate;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** What a database is to be like. */
@FunctionalInterface
interface Wanted {

    /** Returns it as it reads where {@code scratch} lends a place to build it. */
    Reading in(Handle scratch) throws SQLException;
}
