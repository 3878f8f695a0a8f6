using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>A migration and its record are one transaction: half of one would be neither applied nor pending.</summary>
sealed class TransactionControl()
    : StatementRule(
        "transaction-control",
        Danger.Unsound,
        dialect: null,
        what: "begins or ends a transaction",
        why: "each migration runs in one transaction with its record, and this would tear them apart",
        instead: "leave it out; make two migrations of what must not be one transaction",
        "BEGIN",
        "START TRANSACTION",
        "COMMIT",
        "END",
        "ABORT",
        "PREPARE TRANSACTION",
        "ROLLBACK"
    )
{
    /// <summary>Back to a savepoint is within the transaction.</summary>
    protected override bool Applies(SqlMatch match, ScriptState state) => !match.Rest.HasAtTop("TO");
}

/// <summary>What a block of code does is not read here, and it may do anything.</summary>
sealed class OpaqueCode()
    : StatementRule(
        "opaque-code",
        Danger.Unsound,
        SqlDialect.PostgreSql,
        what: "runs code that is not read here",
        why: "nobody can say from outside what it drops or locks",
        instead: "write the statements themselves; where that cannot be, waive this and say what the code does",
        "DO",
        "CALL"
    );
