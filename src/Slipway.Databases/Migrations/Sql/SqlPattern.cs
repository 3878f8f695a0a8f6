using System.Diagnostics.CodeAnalysis;

namespace Slipway.Databases.Migrations.Sql;

/// <summary>
/// How a statement begins, written as the manuals write it: <c>DROP TABLE|VIEW [IF EXISTS] @name,</c>. A word or symbol
/// stands for itself, <c>|</c> parts alternatives, brackets hold what may be left out, <c>@name</c> is a name with or
/// without a schema, and with a comma behind it a list of names.
/// </summary>
sealed class SqlPattern
{
    /// <summary>Keywords that a name without quotes is never meant to be, where one could be mistaken for it.</summary>
    static readonly string[] s_notNames =
    [
        "AS",
        "CHECK",
        "COLUMN",
        "CONCURRENTLY",
        "CONSTRAINT",
        "DEFAULT",
        "FOREIGN",
        "FROM",
        "IF",
        "NOT",
        "NULL",
        "ON",
        "ONLY",
        "PRIMARY",
        "REFERENCES",
        "SELECT",
        "SET",
        "TABLE",
        "TO",
        "UNIQUE",
        "USING",
        "WHERE",
    ];

    readonly IReadOnlyList<Item> _items;

    public SqlPattern(string pattern)
    {
        var words = pattern
            .Replace("[", " [ ", StringComparison.Ordinal)
            .Replace("]", " ] ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = 0;
        _items = Read(words, ref at);
    }

    /// <summary>Null: the tokens do not begin so. Of several ways to read them, the one that leaves out least.</summary>
    public SqlMatch? Match(IReadOnlyList<SqlToken> tokens, SqlDialect dialect) =>
        Match(_items, 0, new SqlMatch(tokens, dialect)).FirstOrDefault();

    public bool TryMatch(IReadOnlyList<SqlToken> tokens, SqlDialect dialect, [NotNullWhen(true)] out SqlMatch? match) =>
        (match = Match(tokens, dialect)) is not null;

    static List<Item> Read(string[] words, ref int at)
    {
        var items = new List<Item>();
        for (; at < words.Length && words[at] is not "]"; at++)
        {
            if (words[at] is "[")
            {
                at++;
                items.Add(new Optional(Read(words, ref at)));
            }
            else
                items.Add(words[at] is ['@', .. var name] ? new Name(name) : new Word(words[at].Split('|')));
        }

        return items;
    }

    static IEnumerable<SqlMatch> Match(IReadOnlyList<Item> items, int index, SqlMatch so) =>
        index == items.Count ? [so]
        : items[index] is Optional optional
            ? Match(optional.Items, 0, so).Append(so).SelectMany(next => Match(items, index + 1, next))
        : items[index].Take(so) is { } taken ? Match(items, index + 1, taken)
        : [];

    abstract record Item
    {
        public virtual SqlMatch? Take(SqlMatch so) => null;
    }

    sealed record Optional(IReadOnlyList<Item> Items) : Item;

    sealed record Word(string[] Alternatives) : Item
    {
        public override SqlMatch? Take(SqlMatch so) =>
            so.Rest is [var token, ..] && token.IsAnyOf(Alternatives) ? so.Skip(1) : null;
    }

    sealed record Name(string Key) : Item
    {
        readonly bool _isList = Key.EndsWith(',');
        readonly string _key = Key.TrimEnd(',');

        public override SqlMatch? Take(SqlMatch so)
        {
            var taken = TakeOne(so);
            while (_isList && taken is { Rest: [var comma, ..] } && comma.Is(","))
                taken = TakeOne(taken.Skip(1));
            return taken;
        }

        SqlMatch? TakeOne(SqlMatch so)
        {
            if (so.Rest is not [var first, ..] || !IsName(first))
                return null;
            if (so.Rest is [_, var dot, var second, ..] && dot.Is(".") && IsPart(second))
                return so.Skip(3).With(_key, new SqlName(so.Part(first), so.Part(second)));
            return so.Skip(1).With(_key, new SqlName(Schema: null, so.Part(first)));
        }

        static bool IsName(SqlToken token) => IsPart(token) && !token.IsAnyOf(s_notNames);

        // SQLite takes a string for a name where it finds one.
        static bool IsPart(SqlToken token) =>
            token.Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.Text;
    }
}
