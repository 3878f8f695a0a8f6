using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery;
using Slipway.Delivery.Approvals;

namespace Slipway.Components.Tests.Shipping;

/// <summary>Who may approve, with real git: the repository's commits are by test@example.org.</summary>
public sealed class ApprovingTests
{
    static readonly ApprovalPolicy s_two = new() { People = 2 };
    static readonly ApprovalPolicy s_notTheAuthor = new() { NeverTheAuthor = true };

    [Fact]
    public async Task Two_different_people_approve_and_the_first_is_told_who_else_with_which_command()
    {
        await using var site = await SampleSite.CreateAsync();
        var digest = await WaitingAsync(site);

        await site.BecomeAsync("ada@example.org");
        var first = site.Build(approval: s_two);
        await Shipper.ApproveAsync(first, digest);
        RunRecord.Of(first).NextCommand.Should().StartWith($"./build.sh Approve --digest {digest}");
        (await site.StatusAsync())["production"].State.Should().Be("empty");

        await Approving(site, digest, s_two)
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*ada@example.org has approved it already*");

        await site.BecomeAsync("bob@example.org");
        await Shipper.ApproveAsync(site.Build(approval: s_two), digest);
        (await site.StatusAsync())["production"].State.Should().Be("serving");
    }

    [Fact]
    public async Task The_author_of_the_commit_does_not_approve_it_where_that_is_asked_for()
    {
        await using var site = await SampleSite.CreateAsync();
        var digest = await WaitingAsync(site);

        await Approving(site, digest, s_notTheAuthor)
            .Should()
            .ThrowAsync<DeliveryException>()
            .WithMessage("*test@example.org is the author of its commit*");
        (await site.StatusAsync())["production"].WaitingPlan.Should().Be(digest, "it still waits");

        await site.BecomeAsync("bob@example.org");
        await Shipper.ApproveAsync(site.Build(approval: s_notTheAuthor), digest);
        (await site.StatusAsync())["production"].State.Should().Be("serving");
    }

    static async Task<string> WaitingAsync(SampleSite site)
    {
        await site.DeployAsync("production");
        return (await site.StatusAsync())["production"].WaitingPlan!;
    }

    static Func<Task> Approving(SampleSite site, string digest, ApprovalPolicy policy) =>
        () => Shipper.ApproveAsync(site.Build(approval: policy), digest);
}
