namespace Slipway.Platforms.Local;

/// <summary>Says of each pending migration, in their order, what it does that can hurt.</summary>
/// <param name="database">As the backend calls it: <c>postgres</c> or <c>sqlite</c>.</param>
public delegate IReadOnlyList<IReadOnlyList<string>> MigrationJudge(
    string database,
    IReadOnlyList<(string Name, string Sql)> pending
);
