package dev.headway.processor;

import dev.headway.Migration;
import dev.headway.op.Operations;

/** A migration that does nothing, for revisions in tests to extend. Public, for these are in other packages. */
public class NoOp implements Migration {
    @Override
    public void upgrade(Operations op) {}
}
