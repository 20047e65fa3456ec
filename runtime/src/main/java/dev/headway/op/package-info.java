/**
 * The directives of migrations. Every call of {@link dev.headway.op.Operations} makes one immutable
 * {@link dev.headway.op.Operation} and passes it to a {@link dev.headway.op.Sink}.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway.op;

import org.jspecify.annotations.NullMarked;
