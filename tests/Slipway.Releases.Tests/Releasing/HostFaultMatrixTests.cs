using System.Diagnostics;
using System.Runtime.Versioning;
using Slipway.Releases.Tests.Releasing.Support;
using Slipway.Testing.GitHub;

namespace Slipway.Releases.Tests.Releasing;

/// <summary>
/// Each call to the host that a clean run makes fails in each way once; then Release is run again. The calls are counted in the
/// clean run, so that a new one is in the matrix without anybody thinking of it.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class HostFaultMatrixTests
{
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
        // Each answer that does not come is waited for.
        await using var release = await FullRelease.CreateAsync(limit: TimeSpan.FromSeconds(3));
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

    static async Task<IReadOnlyList<RecordedCall>> HostCallsAsync(FullRelease release)
    {
        await release.StartOverAsync();
        var before = release.Server.Calls.Count;
        await release.RunAsync();
        IReadOnlyList<RecordedCall> calls = [.. release.Server.Calls.Skip(before)];
        calls.Count(call => call.IsWrite).Should().BeGreaterThan(5);
        return calls;
    }

    static async Task FailsOnceAsync(FullRelease release, Fault fault, int at, IReadOnlyList<RecordedCall> calls)
    {
        await release.StartOverAsync();
        release.Server.Inject(release.Server.Calls.Count + at, fault);
        await Aftermath.EndsAsync(() => release.RunAsync());

        await Aftermath.FinishesAsync(release, $"{fault} at {at}: {calls[at].Operation}");
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

        await Aftermath.FinishesAsync(release, $"{death} at {at}: {calls[at].Operation}");
    }
}
