package dev.headway.op;

/**
 * A method for each kind of operation, so that a visitor that doesn't handle a new kind fails to compile.
 *
 * @param <R> the result
 * @param <P> a parameter beside the operation
 * @since 0.1
 */
public interface OperationVisitor<R, P> {

    /** Handles {@link Operation.CreateTable}. */
    R createTable(Operation.CreateTable operation, P parameter);

    /** Handles {@link Operation.DropTable}. */
    R dropTable(Operation.DropTable operation, P parameter);

    /** Handles {@link Operation.RenameTable}. */
    R renameTable(Operation.RenameTable operation, P parameter);

    /** Handles {@link Operation.AlterTable}. */
    R alterTable(Operation.AlterTable operation, P parameter);

    /** Handles {@link Operation.CommentOnTable}. */
    R commentOnTable(Operation.CommentOnTable operation, P parameter);

    /** Handles {@link TableChange.AddColumn}. */
    R addColumn(TableChange.AddColumn operation, P parameter);

    /** Handles {@link TableChange.DropColumn}. */
    R dropColumn(TableChange.DropColumn operation, P parameter);

    /** Handles {@link TableChange.RenameColumn}. */
    R renameColumn(TableChange.RenameColumn operation, P parameter);

    /** Handles {@link TableChange.AlterColumn}. */
    R alterColumn(TableChange.AlterColumn operation, P parameter);

    /** Handles {@link TableChange.CommentOnColumn}. */
    R commentOnColumn(TableChange.CommentOnColumn operation, P parameter);

    /** Handles {@link TableChange.AddConstraint}. */
    R addConstraint(TableChange.AddConstraint operation, P parameter);

    /** Handles {@link TableChange.DropConstraint}. */
    R dropConstraint(TableChange.DropConstraint operation, P parameter);

    /** Handles {@link TableChange.RenameConstraint}. */
    R renameConstraint(TableChange.RenameConstraint operation, P parameter);

    /** Handles {@link TableChange.ValidateConstraint}. */
    R validateConstraint(TableChange.ValidateConstraint operation, P parameter);

    /** Handles {@link Operation.CreateIndex}. */
    R createIndex(Operation.CreateIndex operation, P parameter);

    /** Handles {@link Operation.DropIndex}. */
    R dropIndex(Operation.DropIndex operation, P parameter);

    /** Handles {@link Operation.RenameIndex}. */
    R renameIndex(Operation.RenameIndex operation, P parameter);

    /** Handles {@link SchemaObject.CreateSequence}. */
    R createSequence(SchemaObject.CreateSequence operation, P parameter);

    /** Handles {@link SchemaObject.DropSequence}. */
    R dropSequence(SchemaObject.DropSequence operation, P parameter);

    /** Handles {@link SchemaObject.CreateEnum}. */
    R createEnum(SchemaObject.CreateEnum operation, P parameter);

    /** Handles {@link SchemaObject.DropEnum}. */
    R dropEnum(SchemaObject.DropEnum operation, P parameter);

    /** Handles {@link SchemaObject.AddEnumValue}. */
    R addEnumValue(SchemaObject.AddEnumValue operation, P parameter);

    /** Handles {@link SchemaObject.CreateView}. */
    R createView(SchemaObject.CreateView operation, P parameter);

    /** Handles {@link SchemaObject.DropView}. */
    R dropView(SchemaObject.DropView operation, P parameter);

    /** Handles {@link SchemaObject.CreateSchema}. */
    R createSchema(SchemaObject.CreateSchema operation, P parameter);

    /** Handles {@link SchemaObject.DropSchema}. */
    R dropSchema(SchemaObject.DropSchema operation, P parameter);

    /** Handles {@link SchemaObject.CreateExtension}. */
    R createExtension(SchemaObject.CreateExtension operation, P parameter);

    /** Handles {@link SchemaObject.DropExtension}. */
    R dropExtension(SchemaObject.DropExtension operation, P parameter);

    /** Handles {@link Operation.Execute}. */
    R execute(Operation.Execute operation, P parameter);

    /** Handles {@link Operation.Insert}. */
    R insert(Operation.Insert operation, P parameter);

    /** Handles {@link Operation.Backfill}. */
    R backfill(Operation.Backfill operation, P parameter);

    /** Handles {@link Operation.Autocommit}. */
    R autocommit(Operation.Autocommit operation, P parameter);

    /** Handles {@link Operation.SetTimeout}. */
    R setTimeout(Operation.SetTimeout operation, P parameter);

    /** Handles {@link Operation.Nothing}. */
    R nothing(Operation.Nothing operation, P parameter);

    /** Handles {@link CustomOperation}. */
    R custom(CustomOperation operation, P parameter);
}
