/** Where connections come from, the sessions made of them, and Headway's own tables and statements on a session. */
@NullMarked
package dev.headway.internal.engine.connection;

import org.jspecify.annotations.NullMarked;
