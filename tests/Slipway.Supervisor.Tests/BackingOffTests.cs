using Slipway.Protocol.Supervision;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests;

public sealed class BackingOffTests
{
    [Fact]
    public async Task A_process_that_ends_at_once_is_started_less_and_less_often()
    {
        var time = new ManualTime();
        await using var fixture = new SupervisorFixture(time);
        await fixture.EnsureAsync(fixture.Script("exit 3"));

        for (var failures = 1; failures <= 5; failures++)
        {
            await Wait.UntilAsync(
                async () => (await fixture.StatusAsync()).State == ProcessState.BackingOff,
                "it ended again"
            );
            var waited = await AdvanceUntilStartedAsync(fixture, time, restarts: failures);
            waited.Should().BeGreaterThanOrEqualTo(BackOff.Delay(failures, 0.5));
        }

        (await fixture.StatusAsync()).LastExitCode.Should().Be(3);
    }

    static async Task<TimeSpan> AdvanceUntilStartedAsync(SupervisorFixture fixture, ManualTime time, int restarts)
    {
        var from = time.GetUtcNow();
        await Wait.UntilAsync(
            async () =>
            {
                if ((await fixture.StatusAsync()).Restarts == restarts)
                    return true;
                time.Advance(TimeSpan.FromMilliseconds(20));
                return false;
            },
            "it is started again"
        );
        return time.GetUtcNow() - from;
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_the_delay()
    {
        await using var fixture = new SupervisorFixture(new ManualTime());
        await fixture.EnsureAsync(fixture.Script("exit 3"));
        await Wait.UntilAsync(async () => (await fixture.StatusAsync()).State == ProcessState.BackingOff, "it ended");

        var response = await fixture.StopAsync();

        response.Process!.State.Should().Be(ProcessState.Stopped);
    }
}
