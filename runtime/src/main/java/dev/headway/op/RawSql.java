package dev.headway.op;

import dev.headway.error.UnsupportedChangeException;
import dev.headway.graph.RevisionInfo;
import dev.headway.sql.SecretMask;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import java.util.List;

/**
 * The SQL that a migration writes itself. It must not control transactions: Headway records each revision in the transaction of
 * its statements, or records each statement, and either record would become untrue.
 */
final class RawSql {
    private final RevisionInfo revision;
    private final SqlSyntax syntax;

    RawSql(RevisionInfo revision, SqlSyntax syntax) {
        this.revision = revision;
        this.syntax = syntax;
    }

    /**
     * Ensures that none of the statements in a text controls a transaction.
     *
     * @throws UnsupportedChangeException if one does
     */
    void requireNoTransactionControl(String sql) {
        for (String statement : SqlText.of(sql, syntax).statements()) {
            SqlText.of(statement, syntax).transactionControl().ifPresent(words -> {
                throw refusal(words, "Remove this statement.");
            });
        }
    }

    /**
     * Ensures that none of the statements of a script controls a transaction, or is a command of a client program.
     *
     * @throws UnsupportedChangeException if one does or is; the message contains its line
     */
    void requireStatements(String name, String script, List<String> statements) {
        int at = 0;
        for (String statement : statements) {
            int start = script.indexOf(statement, at);
            at = start + statement.length();
            SqlText text = SqlText.of(statement, syntax);
            text.clientCommand().ifPresent(command -> {
                throw new UnsupportedChangeException(
                        revision.id(),
                        revision.describe(),
                        SecretMask.ofSql(statement).mask(command.text()),
                        "A client program executes it, and the database does not know it. It is in " + name + ", line "
                                + line(script, start + command.start()) + ". " + command.remedy());
            });
            text.transactionControl().ifPresent(words -> {
                throw refusal(words, "Delete it from " + name + ", line " + line(script, start + text.start()) + ".");
            });
        }
    }

    private static long line(String script, int at) {
        return 1 + script.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private UnsupportedChangeException refusal(String words, String remedy) {
        return new UnsupportedChangeException(
                revision.id(),
                revision.describe(),
                words,
                "Headway begins and ends the transactions of a revision itself, so it could not tell what is in the database if"
                        + " a migration did. " + remedy);
    }
}
