using System.Runtime.Versioning;
using Slipway.Components.Caching;
using Slipway.Components.Tests.Support;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Components.Tests.Running;

/// <summary>A workflow that is run again: each job in a clean checkout, with what the jobs of the run before have found.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RunAgainTests : IAsyncLifetime
{
    WorkflowCheckout _checkout = null!;

    public async Task InitializeAsync() => _checkout = await WorkflowCheckout.CreateAsync();

    public Task DisposeAsync()
    {
        _checkout.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Jobs_replay_their_targets_and_hand_on_the_same_files_by_the_same_hash()
    {
        var first = await _checkout.RunAsync();

        var second = await _checkout.RunAsync();

        first.Ran.Should().Be("Check Make Ship Use");
        first.Replayed.Should().BeEmpty();
        second.Ran.Should().Be("Ship", "it changes something");
        second.Replayed.Should().Be("Check Make Use");
        second.HandedOn.Should().HaveLength(64).And.Be(first.HandedOn);
        second.Shipped.Should().NotBeEmpty().And.Be(first.Shipped);
    }

    [Theory]
    [InlineData("checks/a", "Check Ship", "Make Use")]
    [InlineData("beside", "Ship", "Check Make Use")]
    public async Task A_change_makes_those_run_that_depend_on_it(string file, string ran, string replayed)
    {
        var first = await _checkout.RunAsync();
        await _checkout.CommitAsync(file, "2");

        var second = await _checkout.RunAsync();

        second.Ran.Should().Be(ran);
        second.Replayed.Should().Be(replayed);
        second.Shipped.Should().Be(first.Shipped);
    }

    [Fact]
    public async Task A_change_of_what_is_made_reaches_those_in_other_jobs_that_take_it()
    {
        var first = await _checkout.RunAsync();
        await _checkout.CommitAsync("src/a", "2");

        var second = await _checkout.RunAsync();

        second.Ran.Should().Be("Make Ship Use");
        second.Replayed.Should().Be("Check");
        second.HandedOn.Should().NotBe(first.HandedOn);
        second.Shipped.Should().NotBe(first.Shipped);
    }

    [Fact]
    public async Task Without_the_cache_every_job_runs_all_of_it()
    {
        await _checkout.RunAsync();

        (await _checkout.RunAsync("--no-cache")).Ran.Should().Be("Check Make Ship Use");
    }

    /// <summary>
    /// A variable with another value in each job or run is GitHub's, or says which compiler servers are the job's, and is
    /// in no key: else a job would never replay. Whoever gives jobs another one has to decide what it means for keys.
    /// </summary>
    [Fact]
    public async Task No_variable_that_a_job_has_to_itself_is_in_a_key()
    {
        var first = await _checkout.RunAsync("--no-cache");
        var second = await _checkout.RunAsync("--no-cache");

        var own = Different([.. first.Variables, .. second.Variables]);

        own.Should().Contain(["GITHUB_JOB", "GITHUB_RUN_ID", "RUNNER_TEMP", .. JobServers.Variables]);
        own.Where(name => !IsOfGitHub(name) && !IsOfTheShell(name)).Should().BeEquivalentTo(JobServers.Variables);
        EnvironmentOfTools
            .Matching(EnvironmentOfTools.Variables, own.ToDictionary(name => name, _ => "1", StringComparer.Ordinal))
            .Should()
            .BeEmpty();
    }

    static IReadOnlyList<string> Different(IReadOnlyList<Dictionary<string, string>> environments)
    {
        environments.Should().HaveCount(8, "two runs have four jobs each");
        return
        [
            .. environments
                .SelectMany(variables => variables.Keys)
                .Distinct(StringComparer.Ordinal)
                .Where(name =>
                    environments
                        .Select(variables => variables.GetValueOrDefault(name))
                        .Distinct(StringComparer.Ordinal)
                        .Count() > 1
                ),
        ];
    }

    static bool IsOfGitHub(string name) =>
        name.StartsWith("GITHUB_", StringComparison.Ordinal) || name.StartsWith("RUNNER_", StringComparison.Ordinal);

    static bool IsOfTheShell(string name) => name is "PWD" or "OLDPWD" or "SHLVL" or "_";
}
