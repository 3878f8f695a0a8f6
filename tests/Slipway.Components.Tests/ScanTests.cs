using Slipway.Components.Tests.Support;
using Slipway.Reporting;
using Slipway.Testing;

namespace Slipway.Components.Tests;

public sealed class ScanTests : IAsyncLifetime
{
    GitRepository _repository = null!;
    SampleBuild _build = null!;

    public async Task InitializeAsync()
    {
        _repository = await GitRepository.CreateAsync();
        _build = new SampleBuild(_repository.Path);
        // No source to ask: the test needs no network.
        _repository.Write("NuGet.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        _repository.Write("src/Sample.csproj", "<Project />");
    }

    public Task DisposeAsync()
    {
        _repository.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Dependencies_without_a_source_to_ask_are_not_checked_and_fail_nothing()
    {
        await ScanAsync();

        Checks.Should().Equal(("Secrets", StageOutcome.Succeeded), ("Dependencies", StageOutcome.Skipped));
        _build.Summary.Should().Contain("Secrets", "0").And.Contain("Dependencies", "not checked");
    }

    [Fact]
    public async Task A_secret_in_the_tree_fails_the_build_after_everything_was_looked_at()
    {
        _repository.Write("key.pem", $"-----BEGIN RSA {"PRIVATE"} KEY-----\nMIIEowIBAAKCAQEA\n");

        await FluentActions.Awaiting(ScanAsync).Should().ThrowAsync<BuildException>();

        Checks.Should().Equal(("Secrets", StageOutcome.Failed), ("Dependencies", StageOutcome.Skipped));
    }

    [Fact]
    public async Task A_waiver_that_has_expired_fails_the_build()
    {
        _repository.Write(
            ".nuke/waivers.json",
            """{ "advisories": [ { "advisory": "GHSA-1", "reason": "not reachable", "until": "2020-01-01" } ] }"""
        );

        await FluentActions.Awaiting(ScanAsync).Should().ThrowAsync<BuildException>();

        Checks.Should().Equal(("Secrets", StageOutcome.Succeeded), ("Dependencies", StageOutcome.Failed));
    }

    IEnumerable<(string, StageOutcome)> Checks =>
        RunRecord.Of(_build).Checks.Select(check => (check.Name, check.Outcome));

    async Task ScanAsync()
    {
        await _repository.CommitAsync("feat: begin");
        await TargetRun.OfAsync(((IScan)_build).Scan);
    }
}
