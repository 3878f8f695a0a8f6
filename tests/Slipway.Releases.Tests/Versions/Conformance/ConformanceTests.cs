namespace Slipway.Releases.Tests;

/// <summary>
/// One scenario a test, each on a repository of its own. What is expected was first answered by GitVersion 6.8.2
/// itself; where a newer one differs and is followed, the scenario says so.
/// </summary>
public abstract class ConformanceTests
{
    protected const string GitFlow = "workflow: GitFlow/v1\n";
    protected const string GitHubFlow = "workflow: GitHubFlow/v1\n";
    protected const string TrunkBased = "workflow: TrunkBased/preview1\n";

    /// <param name="version">With build metadata.</param>
    /// <param name="configuration">Null: there is no file.</param>
    /// <param name="script">See <see cref="HistoryScript"/>.</param>
    protected static async Task Expect(string version, string? configuration, string script)
    {
        using var repository = await HistoryRepository.CreateAsync(script, configuration);

        var calculated = await repository.CalculateAsync();

        calculated.Variables.FullSemVer.Should().Be(version, "of this: {0}", calculated.Explanation.Base);
    }
}
