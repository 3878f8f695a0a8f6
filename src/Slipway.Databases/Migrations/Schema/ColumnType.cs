using System.Globalization;
using Slipway.Databases.Migrations.Sql;

namespace Slipway.Databases.Migrations.Schema;

/// <summary>A PostgreSQL type by its short name, with its numbers: <c>varchar(20)</c> is varchar and 20.</summary>
sealed record ColumnType(string Name, IReadOnlyList<int> Numbers)
{
    static readonly Dictionary<string, string> s_shortNames = new(StringComparer.Ordinal)
    {
        ["character varying"] = "varchar",
        ["bit varying"] = "varbit",
        ["decimal"] = "numeric",
        ["time without time zone"] = "time",
        ["timestamp without time zone"] = "timestamp",
        ["time with time zone"] = "timetz",
        ["timestamp with time zone"] = "timestamptz",
    };

    public static ColumnType Read(IReadOnlyList<SqlToken> tokens)
    {
        var open = tokens.TakeWhile(token => !token.Is("(")).Count();
        var inside = open == tokens.Count ? [] : tokens.Skip(open).ToList().InParentheses();
        var words = open == tokens.Count ? tokens : [.. tokens.Take(open), .. tokens.Skip(open + inside.Count + 2)];
        var name = string.Join(' ', words.Select(token => token.Text.ToLowerInvariant()));
        var numbers = inside.Where(token => token.Kind == SqlTokenKind.Number).Select(Number);
        return new ColumnType(s_shortNames.GetValueOrDefault(name, name), [.. numbers]);
    }

    /// <summary>
    /// A change that PostgreSQL makes in its catalogue alone: every value that the old type holds is one of the new type,
    /// in the same bytes.
    /// </summary>
    public bool Widens(ColumnType to) =>
        (Name, to.Name) switch
        {
            ("varchar", "text") or ("cidr", "inet") => true,
            ("text", "varchar") => to.Numbers.Count == 0,
            ("numeric", "numeric") => IsWideNumeric(to),
            ("varchar" or "varbit" or "time" or "timetz" or "timestamp" or "timestamptz" or "interval", _)
                when IsNamed(to.Name) => to.Numbers.Count == 0 || (Numbers.Count > 0 && Numbers[0] <= to.Numbers[0]),
            _ => IsNamed(to.Name) && Numbers.SequenceEqual(to.Numbers),
        };

    bool IsNamed(string name) => string.Equals(Name, name, StringComparison.Ordinal);

    bool IsWideNumeric(ColumnType to) =>
        to.Numbers.Count == 0 || (Numbers.Count > 0 && Numbers[0] <= to.Numbers[0] && Scale == to.Scale);

    int Scale => Numbers.Count > 1 ? Numbers[1] : 0;

    static int Number(SqlToken token) =>
        int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
