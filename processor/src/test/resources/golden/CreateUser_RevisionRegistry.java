package app;

import app.orders.Orders;
import dev.headway.Migration;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The revisions of this module, found through {@link java.util.ServiceLoader}.
 */
@Generated("dev.headway.processor.RevisionProcessor")
public final class CreateUser_RevisionRegistry implements RevisionRegistry {
    private static final List<RevisionInfo> REVISIONS = List.of(
            RevisionInfo.of("ae1027a6acf0", "say \"hello\" to C:\\temp for $5\nand more")
                    .after("1975ea83b712")
                    .outsideTransaction()
                    .declaredBy("app.AddURLIndex")
                    .withChecksum("783685acde34f4bf"),
            RevisionInfo.of("1975ea83b712", "create user")
                    .labelled("users", "main")
                    .declaredBy("app.CreateUser")
                    .withChecksum("e3b0c44298fc1c14"),
            RevisionInfo.of("Join", "join")
                    .after("ae1027a6acf0", "CreateOrder")
                    .declaredBy("app.Join")
                    .withChecksum("e3b0c44298fc1c14"),
            RevisionInfo.of("CreateOrder", "create order")
                    .dependingOn("1975ea83b712")
                    .labelled("orders")
                    .replacing("a1", "a2")
                    .declaredBy("app.orders.Orders.CreateOrder")
                    .withChecksum("e3b0c44298fc1c14"));

    @Override
    public List<RevisionInfo> revisions() {
        return REVISIONS;
    }

    @Override
    public Migration newMigration(int index) {
        return switch (index) {
            case 0 -> new AddURLIndex();
            case 1 -> new CreateUser();
            case 2 -> new Join();
            case 3 -> new Orders.CreateOrder();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
