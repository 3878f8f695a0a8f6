using Serilog;
using Slipway.Components.Shipping;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Plans;
using Slipway.Releases;

namespace Slipway.Components.Releasing;

/// <summary>
/// After the users' environment went back, the host names what is live again, where a release was marked there before. It
/// never fails: what happened has happened.
/// </summary>
static class LiveMark
{
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>Whoever goes back has no time for a host that does not answer.</summary>
    static readonly GitHubPatience s_patience = new()
    {
        Attempts = 2,
        LongestWait = TimeSpan.FromSeconds(5),
        RequestLimit = TimeSpan.FromSeconds(10),
    };

    /// <summary>That it is so already counts too: so a later run tells a host that did not answer.</summary>
    public static async Task FollowAsync(IHazEnvironments build, Outcome outcome, Uri url)
    {
        var plan = outcome switch
        {
            Succeeded done => done.Plan,
            NothingToDo nothing => nothing.Plan,
            _ => null,
        };
        if (
            build is not IRelease release
            || plan is not { Purpose: Purpose.Rollback or Purpose.Swap }
            || !plan.Environment.Equals(release.ReleasedFrom, StringComparison.Ordinal)
        )
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Interrupt.Token);
        limit.CancelAfter(s_limit);
        try
        {
            if (await HostAsync(release, limit.Token) is { } host)
                await MarkAsync(host, plan, url, limit.Token);
        }
        catch (Exception failure)
        {
            Warn(release, plan, failure);
        }
    }

    /// <returns>Null: origin is not on GitHub, or there is no token for it.</returns>
    static async Task<IReleaseHost?> HostAsync(IRelease build, CancellationToken cancellation)
    {
        var remote = await RepositoryPage.AddressAsync(build.RootDirectory, cancellationToken: cancellation);
        if (!GitHubAddress.IsOnGitHub(remote))
            return null;
        try
        {
            return build.ReleaseHost(remote, s_patience);
        }
        catch (HostException none) when (none.Kind is HostFailure.Unauthorized)
        {
            return null;
        }
    }

    static async Task MarkAsync(IReleaseHost host, Plan plan, Uri url, CancellationToken cancellation)
    {
        // Where no release was ever marked, GitHub says nothing that could be wrong now.
        if (await host.LatestDeploymentsAsync(plan.Environment, cancellation) is [])
            return;
        var (wanted, why) = (plan.Wanted, plan.Purpose is Purpose.Swap ? "swapped" : "rolled back");
        await new LiveDeployment(host, plan.Environment, wanted.Commit, $"{wanted.Version}, {why}", url).MarkAsync(
            cancellation
        );
        Log.Information("GitHub names {Version:l} as live in {Environment:l}", wanted.Version, plan.Environment);
    }

    static void Warn(IRelease build, Plan plan, Exception failure) =>
        Log.Warning(
            "GitHub may still name another version as live in {Environment:l}. {Why:l} To tell it later: {Command:l}",
            plan.Environment,
            failure switch
            {
                HostException refused => refused.Why,
                OperationCanceledException => $"It took longer than {s_limit.TotalMinutes:0} min.",
                _ => failure.Message,
            },
            NextCommand.Line(build, $"Rollback --environment {plan.Environment} --to {plan.Wanted.Version}")
        );
}
