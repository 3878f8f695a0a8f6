using System.Collections.Immutable;

namespace Slipway.Databases.Migrations.Sql;

/// <summary>What a pattern has found at the beginning of some tokens.</summary>
sealed record SqlMatch
{
    readonly SqlDialect _dialect;
    ImmutableList<(string Key, SqlName Name)> _names = [];

    public SqlMatch(IReadOnlyList<SqlToken> tokens, SqlDialect dialect)
    {
        Rest = [.. tokens];
        _dialect = dialect;
    }

    /// <summary>What is behind the match.</summary>
    public ImmutableArray<SqlToken> Rest { get; private init; }

    /// <summary>The first name under the key; null: its place was left out.</summary>
    public SqlName? Name(string key) => Names(key).FirstOrDefault();

    public IEnumerable<SqlName> Names(string key) =>
        _names.Where(found => string.Equals(found.Key, key, StringComparison.Ordinal)).Select(found => found.Name);

    /// <summary>All of them, whatever their key.</summary>
    public IEnumerable<SqlName> AllNames => _names.Select(found => found.Name);

    internal SqlMatch Skip(int count) => this with { Rest = Rest[count..] };

    internal SqlMatch With(string key, SqlName name) => this with { _names = _names.Add((key, name)) };

    internal string Part(SqlToken token) => SqlName.Part(token, _dialect);
}
