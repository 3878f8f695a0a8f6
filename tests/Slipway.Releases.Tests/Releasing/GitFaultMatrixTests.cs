using System.Runtime.Versioning;
using Slipway.Releases.Tests.Releasing.Support;

namespace Slipway.Releases.Tests.Releasing;

/// <summary>
/// Each git command that a clean run makes fails in each way once; then Release is run again. The commands are counted in the
/// clean run, so that a new one is in the matrix without anybody thinking of it.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class GitFaultMatrixTests
{
    /// <summary>For a command that hangs. Others may exceed it too on a busy machine, which is one more fault.</summary>
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    [SkippableFact]
    public async Task Refused_at_any_git_command_the_next_run_finishes()
    {
        await using var release = await FullRelease.CreateAsync();
        var clean = await CleanAsync(release);

        for (var at = 1; at <= clean.Commands.Count; at++)
            await FailsOnceAsync(release, GitFault.Refuse, at, clean);
    }

    [SkippableTheory]
    [InlineData(GitFault.LoseAnswer)]
    [InlineData(GitFault.Hang)]
    public async Task Without_an_answer_from_any_git_command_that_changes_something_the_next_run_finishes(
        GitFault fault
    )
    {
        await using var release = await FullRelease.CreateAsync();
        var clean = await CleanAsync(release);

        foreach (var at in clean.Writes)
            await FailsOnceAsync(release, fault, at, clean);
    }

    [SkippableFact]
    public async Task Killed_at_any_git_command_the_next_run_finishes()
    {
        await using var release = await FullRelease.CreateAsync();
        var clean = await CleanAsync(release);

        for (var at = 1; at <= clean.Commands.Count; at++)
        {
            await release.StartOverAsync();
            using var git = new FaultyGit(GitFault.KillCaller, at);
            (await release.RunAloneAsync(git)).Should().NotBe(0, clean.Commands[at - 1]);

            await Aftermath.FinishesAsync(release, $"killed at {at}: git {clean.Commands[at - 1]}");
        }
    }

    static async Task<FaultyGit> CleanAsync(FullRelease release)
    {
        await release.StartOverAsync();
        var git = new FaultyGit();
        await release.RunAsync(git);
        await release.IsReleasedOnceAsync("nothing went wrong");
        git.Commands.Should().HaveCountGreaterThan(20);
        return git;
    }

    static async Task FailsOnceAsync(FullRelease release, GitFault fault, int at, FaultyGit clean)
    {
        await release.StartOverAsync();
        using var git = new FaultyGit(fault, at);
        await Aftermath.EndsAsync(() => release.RunAsync(git, limit: fault is GitFault.Hang ? s_patience : null));

        await Aftermath.FinishesAsync(release, $"{fault} at {at}: git {clean.Commands[at - 1]}");
    }
}
