package dev.headway;

import dev.headway.internal.engine.RunPolicy;
import dev.headway.internal.engine.connection.ConnectionSettings;

/** The settings of one database. */
record Settings(ConnectionSettings connection, RunPolicy policy) {}
