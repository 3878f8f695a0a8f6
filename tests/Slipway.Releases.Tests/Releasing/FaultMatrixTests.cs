using System.Diagnostics;
using System.Runtime.Versioning;
using Slipway.Releases.Tests.Releasing.Support;
using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Releasing;

/// <summary>
/// Each call that a clean run makes, to git and to the host, fails in each way once; then Release is run again. The calls
/// are counted in the clean run, so that a new one is in the matrix without anybody thinking of it.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class FaultMatrixTests
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

            await FinishesAsync(release, $"killed at {at}: git {clean.Commands[at - 1]}");
        }
    }

    [SkippableFact]
    public async Task Refused_at_any_call_to_the_host_the_next_run_finishes()
    {
        await using var release = await FullRelease.CreateAsync();
        var calls = await HostCallsAsync(release);

        for (var at = 0; at < calls.Count; at++)
            await FailsOnceAsync(release, Fault.Forbidden, at, calls);
    }

    public static TheoryData<string> LostAnswers =>
        new(Fault.BadGatewayAfter.Name, Fault.TimeOutBefore.Name, Fault.TimeOutAfter.Name, Fault.CutAnswer.Name);

    [SkippableTheory]
    [MemberData(nameof(LostAnswers))]
    public async Task Without_an_answer_from_any_call_that_changes_something_the_next_run_finishes(string name)
    {
        var fault = Fault.Passing.Single(fault => fault.Name == name);
        await using var release = await FullRelease.CreateAsync();
        var calls = await HostCallsAsync(release);

        foreach (var at in Enumerable.Range(0, calls.Count).Where(at => calls[at].IsWrite))
            await FailsOnceAsync(release, fault, at, calls);
    }

    [SkippableFact]
    public async Task Killed_at_any_call_to_the_host_before_or_after_it_took_effect_the_next_run_finishes()
    {
        await using var release = await FullRelease.CreateAsync();
        var calls = await HostCallsAsync(release);

        for (var at = 0; at < calls.Count; at++)
        {
            await IsKilledAsync(release, Fault.DieBefore, at, calls);
            // A question has no effect to be killed after.
            if (calls[at].IsWrite)
                await IsKilledAsync(release, Fault.DieAfter, at, calls);
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

    static async Task<IReadOnlyList<RecordedCall>> HostCallsAsync(FullRelease release)
    {
        await release.StartOverAsync();
        var before = release.Server.Calls.Count;
        await release.RunAsync();
        IReadOnlyList<RecordedCall> calls = [.. release.Server.Calls.Skip(before)];
        calls.Count(call => call.IsWrite).Should().BeGreaterThan(5);
        return calls;
    }

    static async Task FailsOnceAsync(FullRelease release, GitFault fault, int at, FaultyGit clean)
    {
        await release.StartOverAsync();
        using var git = new FaultyGit(fault, at);
        await EndsAsync(() => release.RunAsync(git, limit: fault is GitFault.Hang ? s_patience : null));

        await FinishesAsync(release, $"{fault} at {at}: git {clean.Commands[at - 1]}");
    }

    static async Task FailsOnceAsync(FullRelease release, Fault fault, int at, IReadOnlyList<RecordedCall> calls)
    {
        await release.StartOverAsync();
        release.Server.Inject(release.Server.Calls.Count + at, fault);
        await EndsAsync(() => release.RunAsync());

        await FinishesAsync(release, $"{fault} at {at}: {calls[at].Operation}");
    }

    static async Task IsKilledAsync(
        FullRelease release,
        Func<Action, Fault> fault,
        int at,
        IReadOnlyList<RecordedCall> calls
    )
    {
        await release.StartOverAsync();
        Process? running = null;
        var death = fault(() => running!.Kill());
        release.Server.Inject(release.Server.Calls.Count + at, death);
        (await release.RunAloneAsync(started: process => running = process)).Should().NotBe(0, calls[at].Operation);

        await FinishesAsync(release, $"{death} at {at}: {calls[at].Operation}");
    }

    /// <summary>A run that meets a fault ends well, or says why it did not.</summary>
    static async Task EndsAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception failure) when (failure is ReleaseException or HostException)
        {
            failure.Message.Should().NotBeEmpty();
        }
    }

    static async Task FinishesAsync(FullRelease release, string because)
    {
        try
        {
            await release.RunAsync();
        }
        catch (ReleaseException failure)
        {
            throw new InvalidOperationException($"{because}: {failure.Message}", failure);
        }

        await release.IsReleasedOnceAsync(because);
    }
}
