using Slipway.Components.Tests.Support;
using Slipway.Databases.Migrations.Sql;
using Slipway.Releases;
using Slipway.Releases.Compatibility;
using Slipway.Testing;

namespace Slipway.Components.Tests.Compatibility;

/// <summary>On a real repository without a project: what git alone knows.</summary>
public sealed class ValidateVersionTests : IAsyncLifetime
{
    GitRepository? _repository;

    GitRepository Repository => _repository!;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        Repository.Write("Sample.slnx", "<Solution />\n");
        Repository.Write(".gitignore", "artifacts/\n");
        Write("0001_begin", "-- phase: expand\nCREATE TABLE a (id int);\n");
        await Repository.CommitAsync("feat: begin");
    }

    public Task DisposeAsync()
    {
        Repository.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Before_the_first_release_any_version_is_allowed()
    {
        await Repository.CommitAsync("feat!: other paths");

        await ValidateAsync();
    }

    [Fact]
    public async Task A_breaking_commit_under_a_patch_fails()
    {
        await ReleaseAsync("v1.0.0");
        await Repository.CommitAsync("feat!: other paths");

        await FluentActions
            .Awaiting(() => ValidateAsync())
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage(
                "1.0.1* says patch after 1.0.0, and its changes need 2.0.0 or more: 1 of them, listed above.*"
            );
    }

    [Fact]
    public async Task A_contract_migration_under_a_patch_fails()
    {
        await ReleaseAsync("v1.0.0");
        Write("0002_less", "-- phase: contract\n-- contract-after: 1.0.0\nDROP TABLE a;\n");
        await Repository.CommitAsync("fix: less");

        await FluentActions
            .Awaiting(() => ValidateAsync())
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("*need 1.1.0 or more*");
    }

    [Fact]
    public async Task A_fix_under_a_patch_holds()
    {
        await ReleaseAsync("v1.0.0");
        await Repository.CommitAsync("fix: typo");

        var build = await ValidateAsync();

        RunRecord.Of(build).Checks.Should().ContainSingle().Which.Text.Should().EndWith("says patch after 1.0.0");
    }

    [Fact]
    public async Task What_is_allowed_is_recorded_with_its_reason()
    {
        await ReleaseAsync("v1.0.0");
        var commit = await Repository.CommitAsync("feat!: other paths");

        var build = await ValidateAsync(" the only client is ours ");

        var allowance = await AllowedAsync(build, commit);
        allowance
            .Should()
            .BeEquivalentTo(
                new
                {
                    Last = "1.0.0",
                    Least = "2.0.0",
                    Reason = "the only client is ours",
                }
            );
        allowance!.Unsaid.Should().ContainSingle().Which.What.Should().Be("other paths");
    }

    [Fact]
    public async Task An_allowance_that_is_not_needed_is_not_recorded_and_an_old_one_goes()
    {
        await ReleaseAsync("v1.0.0");
        var commit = await Repository.CommitAsync("feat!: other paths");
        await ValidateAsync("the only client is ours");

        var build = await ValidateAsync("just in case", version: "2.0.0");

        Directory.EnumerateFiles(((IValidateVersion)build).Allowances).Should().BeEmpty();
        (await AllowedAsync(build, commit)).Should().BeNull();
    }

    [Fact]
    public async Task An_allowance_stays_when_a_later_run_fails_or_judges_another_commit()
    {
        await ReleaseAsync("v1.0.0");
        var commit = await Repository.CommitAsync("feat!: other paths");
        await ValidateAsync("the only client is ours");

        await FluentActions.Awaiting(() => ValidateAsync()).Should().ThrowAsync<BuildException>();
        await Repository.CommitAsync("fix: typo");
        var build = await ValidateAsync("and this one too");

        File.Exists(Allowance.FileOf(((IValidateVersion)build).Allowances, commit)).Should().BeTrue();
    }

    [Fact]
    public async Task The_version_that_is_named_is_judged_and_not_the_calculated_one()
    {
        await ReleaseAsync("v1.0.0");
        await Repository.CommitAsync("feat!: other paths");

        var build = await ValidateAsync(version: "2.0.0");

        RunRecord.Of(build).Checks.Should().ContainSingle().Which.Text.Should().Be("2.0.0 says major after 1.0.0");
        RunRecord.Of(build).JudgedVersion.Should().Be(new SemanticVersion(2, 0, 0));
        await FluentActions
            .Awaiting(() => ValidateAsync(version: "1.9.0"))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("1.9.0 says minor after 1.0.0, and its changes need 2.0.0 or more*");
    }

    [Fact]
    public async Task What_is_named_and_is_no_version_is_refused() =>
        await FluentActions
            .Awaiting(() => ValidateAsync(version: "2.0"))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("'2.0' is not a semantic version*");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_allowance_needs_a_reason(string reason) =>
        await FluentActions
            .Awaiting(() => ValidateAsync(reason))
            .Should()
            .ThrowAsync<BuildException>()
            .WithMessage("--allow needs a reason*");

    static Task<Allowance?> AllowedAsync(IValidateVersion build, string commit) =>
        Allowance.ReadAsync(build.Allowances, commit, build.Revision.Release);

    async Task<SampleBuild> ValidateAsync(string? allow = null, string? version = null)
    {
        var build = new SampleBuild(Repository.Path)
        {
            Allow = allow,
            ReleaseVersion = version,
            Migrations = new Dictionary<SqlDialect, string> { [SqlDialect.Sqlite] = "db" },
        };
        await TargetRun.OfAsync(((IValidateVersion)build).ValidateVersion);
        return build;
    }

    async Task ReleaseAsync(string tag) => await Repository.RunAsync("tag", tag);

    void Write(string name, string sql) => Repository.Write($"db/{name}.sql", sql);
}
