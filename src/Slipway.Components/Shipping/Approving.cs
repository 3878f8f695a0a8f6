using Serilog;
using Slipway.Delivery.Approvals;
using Slipway.Delivery.Plans;
using Slipway.Releases;

namespace Slipway.Components.Shipping;

/// <summary>A person says yes to a plan.</summary>
static class Approving
{
    /// <summary>
    /// Records who approves the plan. Answers whether that is enough to run it; where another person is needed too, it says
    /// whom not and with which command.
    /// </summary>
    /// <exception cref="Delivery.DeliveryException">This person's approval does not count.</exception>
    public static async Task<bool> IsEnoughAsync(IHazEnvironments build, Place place, PendingPlan pending)
    {
        var plan = pending.Plan;
        if (plan.IsEmpty)
            return true;
        var policy = PolicyOf(place);
        var plans = new PendingPlans(pending.Environment);
        var (now, who) = (TimeProvider.System.GetUtcNow(), await Person.NameAsync(build));
        var author = await AuthorAsync(build, policy, plan);
        if (pending.Mark is null)
            plans.Wait(plan, who, now);

        var given = plans.Approve(plan.Digest, who, now, policy, author);
        var names = string.Join(" and ", given.Select(approval => approval.Who));
        Log.Information("Approved by {Who:l}: {Plan:l}", names, plan.ShortDigest);
        if (policy.Missing(given) == 0)
            return true;
        Log.Information(
            "{Environment:l} asks for {People} people: somebody other than {Who:l}{Author:l} must approve it too",
            place.Spec.Name,
            policy.People,
            names,
            author is null ? "" : $" and the commit's author {author}"
        );
        NextCommand.Is(build, $"Approve --digest {plan.Digest}");
        return false;
    }

    /// <inheritdoc cref="ApprovalPolicy.WhyNot"/>
    public static async Task<string?> WhyNotAsync(IHazEnvironments build, Place place, Plan plan)
    {
        var policy = PolicyOf(place);
        var given = new PendingPlans(build.StateDirectory.Environment(place.Spec.Name)).ApprovalsOf(plan.Digest);
        return policy.WhyNot(await Person.NameAsync(build), await AuthorAsync(build, policy, plan), given);
    }

    /// <summary>Where none is required, whoever applies a plan approves it, and is recorded so.</summary>
    static ApprovalPolicy PolicyOf(Place place) =>
        place.Spec.RequiresApproval ? place.Spec.Approval : new ApprovalPolicy();

    static async Task<string?> AuthorAsync(IHazEnvironments build, ApprovalPolicy policy, Plan plan) =>
        policy.NeverTheAuthor ? await GitIdentity.OfAuthorAsync(build.RootDirectory, plan.Wanted.Commit) : null;
}
