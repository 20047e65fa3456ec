package dev.headway.op;

/**
 * An answer for each kind of operation. A new kind fails to compile in every visitor that does not handle it.
 *
 * @param <R> what it answers
 * @param <P> what it is given beside the operation
 */
public interface OperationVisitor<R, P> {

    /** Answers for {@link Operation.CreateTable}. */
    R createTable(Operation.CreateTable operation, P parameter);

    /** Answers for {@link Operation.DropTable}. */
    R dropTable(Operation.DropTable operation, P parameter);

    /** Answers for {@link Operation.RenameTable}. */
    R renameTable(Operation.RenameTable operation, P parameter);

    /** Answers for {@link Operation.AlterTable}. */
    R alterTable(Operation.AlterTable operation, P parameter);

    /** Answers for {@link Operation.CommentOnTable}. */
    R commentOnTable(Operation.CommentOnTable operation, P parameter);

    /** Answers for {@link TableChange.AddColumn}. */
    R addColumn(TableChange.AddColumn operation, P parameter);

    /** Answers for {@link TableChange.DropColumn}. */
    R dropColumn(TableChange.DropColumn operation, P parameter);

    /** Answers for {@link TableChange.RenameColumn}. */
    R renameColumn(TableChange.RenameColumn operation, P parameter);

    /** Answers for {@link TableChange.AlterColumn}. */
    R alterColumn(TableChange.AlterColumn operation, P parameter);

    /** Answers for {@link TableChange.CommentOnColumn}. */
    R commentOnColumn(TableChange.CommentOnColumn operation, P parameter);

    /** Answers for {@link TableChange.AddConstraint}. */
    R addConstraint(TableChange.AddConstraint operation, P parameter);

    /** Answers for {@link TableChange.DropConstraint}. */
    R dropConstraint(TableChange.DropConstraint operation, P parameter);

    /** Answers for {@link TableChange.RenameConstraint}. */
    R renameConstraint(TableChange.RenameConstraint operation, P parameter);

    /** Answers for {@link TableChange.ValidateConstraint}. */
    R validateConstraint(TableChange.ValidateConstraint operation, P parameter);

    /** Answers for {@link Operation.CreateIndex}. */
    R createIndex(Operation.CreateIndex operation, P parameter);

    /** Answers for {@link Operation.DropIndex}. */
    R dropIndex(Operation.DropIndex operation, P parameter);

    /** Answers for {@link Operation.RenameIndex}. */
    R renameIndex(Operation.RenameIndex operation, P parameter);

    /** Answers for {@link SchemaObject.CreateSequence}. */
    R createSequence(SchemaObject.CreateSequence operation, P parameter);

    /** Answers for {@link SchemaObject.DropSequence}. */
    R dropSequence(SchemaObject.DropSequence operation, P parameter);

    /** Answers for {@link SchemaObject.CreateEnum}. */
    R createEnum(SchemaObject.CreateEnum operation, P parameter);

    /** Answers for {@link SchemaObject.DropEnum}. */
    R dropEnum(SchemaObject.DropEnum operation, P parameter);

    /** Answers for {@link SchemaObject.AddEnumValue}. */
    R addEnumValue(SchemaObject.AddEnumValue operation, P parameter);

    /** Answers for {@link SchemaObject.CreateView}. */
    R createView(SchemaObject.CreateView operation, P parameter);

    /** Answers for {@link SchemaObject.DropView}. */
    R dropView(SchemaObject.DropView operation, P parameter);

    /** Answers for {@link SchemaObject.CreateSchema}. */
    R createSchema(SchemaObject.CreateSchema operation, P parameter);

    /** Answers for {@link SchemaObject.DropSchema}. */
    R dropSchema(SchemaObject.DropSchema operation, P parameter);

    /** Answers for {@link SchemaObject.CreateExtension}. */
    R createExtension(SchemaObject.CreateExtension operation, P parameter);

    /** Answers for {@link SchemaObject.DropExtension}. */
    R dropExtension(SchemaObject.DropExtension operation, P parameter);

    /** Answers for {@link Operation.Execute}. */
    R execute(Operation.Execute operation, P parameter);

    /** Answers for {@link Operation.Insert}. */
    R insert(Operation.Insert operation, P parameter);

    /** Answers for {@link Operation.Backfill}. */
    R backfill(Operation.Backfill operation, P parameter);

    /** Answers for {@link Operation.Autocommit}. */
    R autocommit(Operation.Autocommit operation, P parameter);

    /** Answers for {@link Operation.SetTimeout}. */
    R setTimeout(Operation.SetTimeout operation, P parameter);

    /** Answers for {@link Operation.Nothing}. */
    R nothing(Operation.Nothing operation, P parameter);

    /** Answers for {@link CustomOperation}. */
    R custom(CustomOperation operation, P parameter);
}
