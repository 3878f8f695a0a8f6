using Nuke.Common;
using Slipway.Databases;

namespace Slipway.Components;

/// <summary>The backend's tests, once on each database that it supports.</summary>
public interface ITestDatabases : ICompileBackend
{
    [Parameter("Connection string of a PostgreSQL server to test on; otherwise one is started for the run")]
    [Secret]
    string? PostgresConnection => TryGetValue(() => PostgresConnection);

    Target TestSqlite =>
        _ =>
            _.Description("The backend's unit and integration tests, on SQLite")
                .DependsOn(Compile)
                .TryAfter<ILint>(build => build.Lint)
                .Produces(ResultsOf(SqliteSuites))
                .Cached(this, _ => Tested(_, SqliteSuites))
                .Runs(() => Run(SqliteSuites));

    Target TestPostgres =>
        _ =>
            _.Description("The backend's integration tests, on a real PostgreSQL")
                .DependsOn(Compile)
                .After(TestSqlite)
                .TryAfter<ILint>(build => build.Lint)
                .Produces(ResultsOf(PostgresSuites))
                .Cached(
                    this,
                    _ => Tested(_, PostgresSuites).Tool("PostgreSQL that is there", PostgresOutlook.OfThisMachine)
                )
                .Runs(() => Run(PostgresSuites));

    /// <summary>What <see cref="TestSqlite"/> runs.</summary>
    sealed IReadOnlyList<Suite> SqliteSuites =>
        [.. Backend.UnitTests.Select(project => new Suite(project)), IntegrationSuite("sqlite")];

    /// <summary>What <see cref="TestPostgres"/> runs.</summary>
    sealed IReadOnlyList<Suite> PostgresSuites => [IntegrationSuite("postgres")];

    private void Run(IReadOnlyList<Suite> suites)
    {
        Suites.Run(this, suites);
        SuiteResults.Sign(this, suites);
    }

    /// <summary>What a run of suites depends on: a server that is given may be another one every time, and is asked.</summary>
    private CachedTarget Tested(CachedTarget target, IReadOnlyList<Suite> suites) =>
        target
            .Files(BackendFiles)
            .Variables("SLIPWAY_*", "PG*", $"{Backend.Name}_*", $"{Backend.Name.Replace('-', '_')}_*")
            .Produces(suites.Select(suite => (string)(TestResultsDirectory / suite.Name / "**")))
            .NamesRootIn(TestResultsDirectory / "**" / "*.xml")
            .WhenReplayed(() => SuiteResults.SignAnew(this, suites))
            .Tool(
                "PostgreSQL that is given",
                () => GivenPostgres is { Length: > 0 } given ? PostgresOutlook.OfServer(given) : "none"
            );

    private string? GivenPostgres => PostgresConnection ?? Environment.GetEnvironmentVariable(Suite.PostgresVariable);

    /// <summary>With their coverage, for jobs on other machines, and what was judged of the commit.</summary>
    private string[] ResultsOf(IReadOnlyList<Suite> suites) =>
        [
            .. suites.SelectMany(suite =>
                (string[])
                    [
                        TestResultsDirectory / suite.Name / "*.trx",
                        TestResultsDirectory / suite.Name / "*.json",
                        TestResultsDirectory / suite.Name / "*/coverage.cobertura.xml",
                    ]
            ),
            ChecksDirectory / "*.json",
        ];

    sealed Suite IntegrationSuite(string database) =>
        new(Backend.IntegrationTests)
        {
            Variant = database,
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Backend.DatabaseVariable] = database,
                [Suite.PostgresVariable] = PostgresConnection ?? "",
            },
        };
}
