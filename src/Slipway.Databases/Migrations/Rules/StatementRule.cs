using System.Globalization;
using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>
/// Fires on statements that begin in one of some ways. What they name as <c>@name</c> and this script has created itself
/// does not count: nobody else knows it yet.
/// </summary>
/// <param name="what">In words; <c>{0}</c> stands for the names.</param>
abstract class StatementRule(
    string id,
    Danger danger,
    SqlDialect? dialect,
    string what,
    string why,
    string instead,
    params string[] patterns
) : MigrationRule(id, danger, dialect, why, instead)
{
    readonly SqlPattern[] _patterns = [.. patterns.Select(pattern => new SqlPattern(pattern))];

    internal sealed override IEnumerable<Hit> Judge(SqlStatement statement, ScriptState state)
    {
        var match = _patterns
            .Select(pattern => pattern.Match(statement.Tokens, state.Dialect))
            .FirstOrDefault(m => m is not null);
        if (match is null)
            return [];
        var names = match.Names("name").ToList();
        var known = names.Where(name => !state.IsNew(name) && Concerns(name, match, state)).ToList();
        if ((names.Count > 0 && known.Count == 0) || !Applies(match, state))
            return [];
        return [new Hit(statement.Line, string.Format(CultureInfo.InvariantCulture, what, string.Join(", ", known)))];
    }

    /// <summary>False where the rest of the statement makes it harmless.</summary>
    protected virtual bool Applies(SqlMatch match, ScriptState state) => true;

    /// <summary>False where another rule speaks of this name.</summary>
    protected virtual bool Concerns(SqlName name, SqlMatch match, ScriptState state) => true;
}
