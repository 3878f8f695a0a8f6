using Nuke.Common;

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
                .Produces(TestResultsDirectory / "*-sqlite" / "*.trx")
                .Runs(() =>
                    Suites.Run(
                        this,
                        [.. Backend.UnitTests.Select(project => new Suite(project)), IntegrationSuite("sqlite")]
                    )
                );

    Target TestPostgres =>
        _ =>
            _.Description("The backend's integration tests, on a real PostgreSQL")
                .DependsOn(Compile)
                .After(TestSqlite)
                .TryAfter<ILint>(build => build.Lint)
                .Produces(TestResultsDirectory / "*-postgres" / "*.trx")
                .Runs(() => Suites.Run(this, IntegrationSuite("postgres")));

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
