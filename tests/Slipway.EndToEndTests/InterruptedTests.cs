namespace Slipway.EndToEndTests;

/// <summary>A deployment that is stopped in the middle, or is not alone.</summary>
[Collection(CloneCollection.Name)]
public sealed class InterruptedTests(Clone clone)
{
    const string Ready = "Wait until";

    static readonly string[] Deploy = ["Deploy", "--environment", "staging", "--skip"];

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_undoes_what_was_done(string signal)
    {
        await clone.Site.ServeGoodAsync();
        await clone.TroubledAsync();
        clone.Trouble.Hang();

        await using var build = clone.Site.Start(Deploy);
        await build.UntilItSaysAsync(Ready);
        await build.SignalAsync(signal);
        var end = await build.EndAsync();

        end.ShouldFailPlainly("Cancelled", "what was done is undone");
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(clone.Good);
        (await StateAsync()).Should().Be("serving");
    }

    [Fact]
    public async Task After_a_kill_the_next_deployment_finishes_what_was_begun()
    {
        await clone.Site.ServeGoodAsync();
        var troubled = await clone.TroubledAsync();
        clone.Trouble.Hang();

        await using var build = clone.Site.Start(Deploy);
        await build.UntilItSaysAsync(Ready);
        await build.SignalAsync("KILL");
        await build.EndAsync();
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(clone.Good);

        clone.Trouble.End();
        var again = await clone.Site.DeployPushedAsync();

        again.ExitCode.Should().Be(0, again.All);
        again.All.Should().Contain("An unfinished deployment goes");
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(troubled);
    }

    [Fact]
    public async Task A_second_deployer_is_told_who_is_at_it_and_changes_nothing()
    {
        await clone.Site.ServeGoodAsync();
        var troubled = await clone.TroubledAsync();
        clone.Trouble.Hang();

        await using var first = clone.Site.Start(Deploy);
        await first.UntilItSaysAsync(Ready);
        var second = await clone.Site.DeployPushedAsync();
        clone.Trouble.End();
        var end = await first.EndAsync();

        second.ShouldFailPlainly(Environment.UserName, "Deploy");
        end.ExitCode.Should().Be(0, end.All);
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(troubled);
    }

    [Fact]
    public async Task One_that_waits_is_told_who_is_at_it_and_goes_on_after_him()
    {
        await clone.Site.ServeGoodAsync();
        await clone.TroubledAsync();
        clone.Trouble.Hang();

        await using var first = clone.Site.Start(Deploy);
        await first.UntilItSaysAsync(Ready);
        await using var second = clone.Site.Start("Rollback", "--environment", "staging", "--wait", "120");
        await second.UntilItSaysAsync($"Waiting for the lease, held by {Environment.UserName}");
        clone.Trouble.End();
        var (one, other) = (await first.EndAsync(), await second.EndAsync());

        one.ExitCode.Should().Be(0, one.All);
        other.ExitCode.Should().Be(0, other.All);
        (await Site.CommitAtAsync(clone.Site.Staging)).Should().Be(clone.Good);
    }

    async Task<string?> StateAsync() => (await clone.Site.StatusAsync("staging")).GetProperty("state").GetString();
}
