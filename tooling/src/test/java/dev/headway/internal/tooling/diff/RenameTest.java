package dev.headway.internal.tooling.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.CommandException;
import dev.headway.op.Operation;
import dev.headway.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenameTest {
    private static final SchemaDiff DIFF = new SchemaDiff(ReadSchema.STANDARD);
    private static final Schema BEFORE = ReadSchema.of(op -> {
        op.createTable("account", t -> {
            t.integer("id").primaryKey();
            t.varchar("nick", 20).notNull();
            t.check("ck_nick", "nick <> 'root'");
        });
        op.createTable("login", t -> {
            t.integer("account_id");
            t.foreignKey("fk_login", "account_id").references("account", "id");
        });
    });

    @ParameterizedTest
    @CsvSource({"account.nick=nickname, account, nick, nickname", "audit.entry.what=action, audit.entry, what, action"})
    void parsesColumn(String text, String table, String from, String to) {
        assertThat(Rename.parse(text)).isEqualTo(new Rename(table, from, to));
        assertThat(Rename.parse(text).written()).isEqualTo(text);
    }

    @Test
    void parsesTable() {
        assertThat(Rename.parse("account=customer")).isEqualTo(new Rename(null, "account", "customer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"account", "=customer", "account=", ""})
    void refusesTextThatIsNoRename(String text) {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Rename.parse(text))
                .withMessageContaining("account.nick=nickname");
    }

    @Test
    void renamedColumnKeepsChecksAndRows() {
        Schema after = ReadSchema.of(op -> {
            op.createTable("account", t -> {
                t.integer("id").primaryKey();
                t.varchar("nickname", 20).notNull();
                t.check("ck_nick", "nickname <> 'root'");
            });
            op.createTable("login", t -> {
                t.integer("account_id");
                t.foreignKey("fk_login", "account_id").references("account", "id");
            });
        });

        SchemaDiff.Result result = DIFF.between(BEFORE, after, List.of(Rename.parse("account.nick=nickname")));

        assertThat(directives(result.upgrade())).containsExactly("renameColumn(\"account\", \"nick\", \"nickname\")");
        assertThat(directives(result.downgrade())).containsExactly("renameColumn(\"account\", \"nickname\", \"nick\")");
    }

    @Test
    void renamedTableKeepsForeignKeys() {
        Schema after = ReadSchema.of(op -> {
            op.createTable("customer", t -> {
                t.integer("id").primaryKey();
                t.varchar("nick", 20).notNull();
                t.check("ck_nick", "nick <> 'root'");
            });
            op.createTable("login", t -> {
                t.integer("account_id");
                t.foreignKey("fk_login", "account_id").references("customer", "id");
            });
        });

        SchemaDiff.Result result = DIFF.between(BEFORE, after, List.of(Rename.parse("account=customer")));

        assertThat(directives(result.upgrade())).containsExactly("renameTable(\"account\", \"customer\")");
        assertThat(directives(result.downgrade())).containsExactly("renameTable(\"customer\", \"account\")");
    }

    @Test
    void proposesRenameIfEqualColumnIsAdded() {
        Schema after = ReadSchema.of(op -> op.createTable("account", t -> {
            t.integer("id").primaryKey();
            t.varchar("nickname", 20).notNull();
        }));

        assertThat(DIFF.between(BEFORE, after).likelyRenames())
                .containsExactly(new Rename("account", "nick", "nickname"));
    }

    @Test
    void proposesNothingIfSeveralEqualColumnsAreAdded() {
        Schema after = ReadSchema.of(op -> op.createTable("account", t -> {
            t.integer("id").primaryKey();
            t.varchar("nickname", 20).notNull();
            t.varchar("title", 20).notNull();
        }));

        assertThat(DIFF.between(BEFORE, after).likelyRenames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.missing=x", "missing=x", "missing.nick=x"})
    void refusesRenameOfMissingObject(String rename) {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> DIFF.between(BEFORE, BEFORE, List.of(Rename.parse(rename))))
                .withMessageContaining("to rename by " + rename)
                .withMessageEndingWith("Nothing was written.");
    }

    private static List<String> directives(List<Operation> operations) {
        return operations.stream().map(Operation::directive).toList();
    }
}
