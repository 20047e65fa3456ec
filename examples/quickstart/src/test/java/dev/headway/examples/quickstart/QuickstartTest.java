package dev.headway.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final String HISTORY = """

            History:
              <base> -> 1975ea83b712, create customer
              1975ea83b712 -> 27c6a30d7c24, create product
              1975ea83b712 -> 3ac1f6b59f2e, create purchase
              27c6a30d7c24, 3ac1f6b59f2e -> 4d8e11c2ab90, join catalog and checkout
              4d8e11c2ab90 -> 5f02d9e7716b, add loyalty points (head) (current)
            """;

    @BeforeEach
    void useADatabaseOfItsOwn(@TempDir Path folder) {
        System.setProperty("headway.url", "jdbc:h2:file:" + folder.resolve("shop"));
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("headway.url");
    }

    @Test
    void theFirstRunAppliesEverythingAndTheSecondNothing() {
        assertThat(run()).isEqualTo("""
                        Applying <base> -> 1975ea83b712, create customer
                          1 statement(s) in … ms
                        Applying 1975ea83b712 -> 27c6a30d7c24, create product
                          2 statement(s) in … ms
                        Applying 1975ea83b712 -> 3ac1f6b59f2e, create purchase
                          1 statement(s) in … ms
                        Applying 27c6a30d7c24, 3ac1f6b59f2e -> 4d8e11c2ab90, join catalog and checkout
                          1 statement(s) in … ms
                        Applying 4d8e11c2ab90 -> 5f02d9e7716b, add loyalty points
                          2 statement(s) in … ms
                        Applied 5 revisions.
                        """ + HISTORY);
        assertThat(run()).isEqualTo("Nothing to do: the database is up to date.\n" + HISTORY);
    }

    private static String run() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8).replace("\r", "").replaceAll("in \\d+ ms", "in … ms");
    }
}
