using Slipway.Components.Tests.Support;
using Slipway.Databases.Migrations.Sql;
using Slipway.Reporting;
using Slipway.Testing;

namespace Slipway.Components.Tests;

public sealed class MigrationChecksTests : IAsyncLifetime
{
    GitRepository? _repository;

    GitRepository Repository => _repository!;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        foreach (var directory in (string[])["db/postgres", "db/sqlite"])
            Write(directory, "0001_begin", "-- phase: expand\nCREATE TABLE a (id int);\n");
        await Repository.CommitAsync("feat: begin");
        await Repository.RunAsync("tag", "v1.0.0");
    }

    public Task DisposeAsync()
    {
        Repository.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Migrations_that_keep_the_rules_are_counted() =>
        Run().Should().Be((StageOutcome.Succeeded, "2 scripts keep the rules"));

    [Fact]
    public void What_is_waived_is_counted_too()
    {
        Write(
            "db/postgres",
            "0002_less",
            "-- phase: expand\nSET LOCAL lock_timeout = '1s';\n-- lint: allow drop-table because it is empty\nDROP TABLE a;\n"
        );
        Write("db/sqlite", "0002_less", "-- phase: expand\nSELECT 1;\n");

        Run().Should().Be((StageOutcome.Succeeded, "4 scripts keep the rules, 1 waived"));
    }

    [Fact]
    public void A_migration_that_breaks_a_rule_fails_the_build()
    {
        Write("db/postgres", "0002_less", "-- phase: expand\nDROP TABLE a;\n");
        Write("db/sqlite", "0002_less", "-- phase: expand\nDROP TABLE a;\n");

        Run().Should().Be((StageOutcome.Failed, "Migrations: 3 findings, listed above."));
    }

    [Fact]
    public void A_migration_that_one_database_lacks_fails_the_build()
    {
        Write("db/sqlite", "0002_more", "-- phase: expand\nCREATE TABLE b (id int);\n");

        Run().Should().Be((StageOutcome.Failed, "Migrations: 1 finding, listed above."));
    }

    [Fact]
    public async Task A_released_migration_stays_as_it_was()
    {
        Write("db/postgres", "0001_begin", "-- phase: expand\nCREATE TABLE a (id bigint);\n");
        await Repository.CommitAsync("fix: wider");

        Run().Should().Be((StageOutcome.Failed, "Migrations: 1 finding, listed above."));
    }

    [Fact]
    public void A_released_migration_with_the_line_ends_of_another_system_is_the_same()
    {
        Repository.Write(".gitattributes", "*.sql text\n");
        Write("db/postgres", "0001_begin", "-- phase: expand\r\nCREATE TABLE a (id int);\r\n");

        Run().Outcome.Should().Be(StageOutcome.Succeeded);
    }

    [Fact]
    public void A_directory_that_is_not_there_is_said()
    {
        Directory.Delete(Path.Combine(Repository.Path, "db/sqlite"), recursive: true);

        Run().Text.Should().StartWith("There is no directory db/sqlite, where Backend.Migrations says");
    }

    [Fact]
    public void A_backend_without_migrations_is_not_checked()
    {
        var build = new SampleBuild(Repository.Path);

        MigrationChecks.Run(build);

        RunRecord.Of(build).Checks.Should().ContainSingle().Which.Outcome.Should().Be(StageOutcome.Skipped);
    }

    (StageOutcome Outcome, string Text) Run()
    {
        var build = new SampleBuild(Repository.Path)
        {
            Migrations = new Dictionary<SqlDialect, string>
            {
                [SqlDialect.PostgreSql] = "db/postgres",
                [SqlDialect.Sqlite] = "db/sqlite",
            },
        };
        try
        {
            MigrationChecks.Run(build);
        }
        catch (BuildException)
        {
            // What it says is in the record.
        }

        var check = RunRecord.Of(build).Checks.Should().ContainSingle().Which;
        return (check.Outcome, check.Text);
    }

    void Write(string directory, string name, string sql) => Repository.Write($"{directory}/{name}.sql", sql);
}
