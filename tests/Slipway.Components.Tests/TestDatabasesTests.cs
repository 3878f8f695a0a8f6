using Slipway.Components.Tests.Support;
using Slipway.Testing;

namespace Slipway.Components.Tests;

public sealed class TestDatabasesTests : IAsyncLifetime
{
    GitRepository _root = null!;

    public async Task InitializeAsync()
    {
        _root = await GitRepository.CreateAsync();
        await _root.CommitAsync("feat: begin");
    }

    public Task DisposeAsync()
    {
        _root.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task On_SQLite_the_unit_tests_run_and_the_integration_tests_with_that_database()
    {
        Project("Sample.UnitTests", database: "");
        Project("Sample.IntegrationTests", database: "sqlite");
        var build = new SampleBuild(_root.Path);

        await TargetRun.OfAsync(((ITestDatabases)build).TestSqlite);

        Ran(build).Should().Equal("Sample.UnitTests", "Sample.IntegrationTests-sqlite");
    }

    [Fact]
    public async Task On_PostgreSQL_the_integration_tests_run_alone()
    {
        Project("Sample.IntegrationTests", database: "postgres");
        var build = new SampleBuild(_root.Path);

        await TargetRun.OfAsync(((ITestDatabases)build).TestPostgres);

        Ran(build).Should().Equal("Sample.IntegrationTests-postgres");
    }

    static IEnumerable<string> Ran(SampleBuild build) => RunRecord.Of(build).Suites.Select(suite => suite.Name);

    /// <summary>A project whose tests leave one good result, if the database is the right one.</summary>
    void Project(string name, string database) =>
        _root.Write(
            $"tests/{name}.csproj",
            $"""
            <Project>
              <PropertyGroup>
                <Results>&lt;TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"&gt;&lt;Results&gt;&lt;UnitTestResult testName="Good" outcome="Passed" /&gt;&lt;/Results&gt;&lt;/TestRun&gt;</Results>
                <Name Condition="'$(SAMPLE_DATABASE)' == ''">{name}</Name>
                <Name Condition="'$(SAMPLE_DATABASE)' != ''">{name}-$(SAMPLE_DATABASE)</Name>
              </PropertyGroup>
              <Target Name="VSTest">
                <Error Condition="'$(SAMPLE_DATABASE)' != '{database}'" Text="Not for '$(SAMPLE_DATABASE)'." />
                <WriteLinesToFile File="$(VSTestResultsDirectory)/$(Name).trx" Lines="$(Results)" />
              </Target>
            </Project>
            """
        );
}
