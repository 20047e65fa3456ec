/**
 * What migrations say: {@link dev.headway.op.Operations} is the face that they talk to; every call makes one immutable
 * {@link dev.headway.op.Operation} and hands it to a {@link dev.headway.op.Sink}.
 */
@NullMarked
package dev.headway.op;

import org.jspecify.annotations.NullMarked;
