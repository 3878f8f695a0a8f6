using System.Globalization;
using Slipway.Databases.Migrations.Schema;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Rules;

/// <summary>Fires on actions of ALTER TABLE on a table that was there before the script.</summary>
/// <param name="what">In words; <c>{0}</c> stands for the table, <c>{1}</c> for what the action names.</param>
abstract class ActionRule(
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
        if (!AlterTable.TryRead(statement, state.Dialect, out var alteration) || state.IsNew(alteration.Table))
            yield break;
        foreach (var action in alteration.Actions.Where(action => action.Count > 0))
        {
            var match = _patterns
                .Select(pattern => pattern.Match(action, state.Dialect))
                .FirstOrDefault(m => m is not null);
            if (match is not null && Applies(alteration.Table, match, state))
                yield return new Hit(action[0].Line, Text(alteration.Table, match.Name("name")));
            else if (AlterTable.AddedColumn(action, state.Dialect) is { } column && AppliesToAdded(column))
                yield return new Hit(action[0].Line, Text(alteration.Table, column.Name));
        }
    }

    /// <summary>False where the rest of the action makes it harmless.</summary>
    protected virtual bool Applies(SqlName table, SqlMatch match, ScriptState state) => true;

    /// <summary>True where ADD COLUMN with this definition is what the rule is about.</summary>
    protected virtual bool AppliesToAdded(ColumnDefinition column) => false;

    string Text(SqlName table, SqlName? name) => string.Format(CultureInfo.InvariantCulture, what, table, name);
}
