using System.Text.Json;
using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>The README's way through a first day, with the real command line in a fresh clone.</summary>
[Collection(CloneCollection.Name)]
public sealed class DeployTests(Clone clone)
{
    [Fact]
    public async Task A_fresh_clone_deploys_staging_approves_production_and_rolls_back()
    {
        var site = clone.NewSite();
        await clone.CheckoutAsync(clone.Good);

        // Deploy, verified, as a new user does.
        var deploy = await site.BuildAsync("Deploy");
        deploy.ExitCode.Should().Be(0, deploy.All);
        (await Site.CommitAtAsync(site.Staging)).Should().Be(clone.Good);
        var approve = ApprovalTests.ApproveLine().Match(deploy.Output);
        approve.Success.Should().BeTrue("the output names the command that goes on:\n{0}", deploy.Output);
        (await Site.CommitAtAsync(site.Production)).Should().BeNull("production waits for its approval");

        // Approve exactly that plan.
        var approved = await site.BuildAsync("Approve", "--digest", approve.Groups["digest"].Value);
        approved.ExitCode.Should().Be(0, approved.All);
        (await Site.CommitAtAsync(site.Production)).Should().Be(clone.Good);

        // A second revision switches slots; nobody notices.
        var before = (await site.StatusAsync("staging")).GetProperty("slots");
        await clone.WriteAsync("notes.txt", "A change.");
        var second = await clone.CommitAsync("fix: a change");
        await using (var loop = new RequestLoop($"http://127.0.0.1:{site.Staging}/version"))
        {
            var again = await site.BuildAsync(["Deploy", .. Clone.Unverified]);
            again.ExitCode.Should().Be(0, again.All);
            await Wait.UntilAsync(() => loop.Answered > 50, "requests were answered");
            loop.Failures.Should().BeEmpty();
        }

        (await Site.CommitAtAsync(site.Staging)).Should().Be(second);
        var after = (await site.StatusAsync("staging")).GetProperty("slots");
        Live(after).Should().NotBe(Live(before));

        // Back again.
        var rollback = await site.BuildAsync("Rollback", "--environment", "staging");
        rollback.ExitCode.Should().Be(0, rollback.All);
        (await Site.CommitAtAsync(site.Staging)).Should().Be(clone.Good);
    }

    static string? Live(JsonElement slots) =>
        slots
            .EnumerateArray()
            .Single(slot => slot.GetProperty("traffic").GetInt32() == 100)
            .GetProperty("name")
            .GetString();
}
