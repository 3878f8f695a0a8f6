namespace Slipway.Releases;

/// <summary>
/// What the host says to be live in an environment of the users. GitHub makes earlier deployments inactive by itself in other
/// environments only, so that is done here.
/// </summary>
/// <param name="commit">The full id of the commit that is live.</param>
/// <param name="description">What the host shows of it.</param>
/// <param name="url">Where it answers; null: not known.</param>
public sealed class LiveDeployment(
    IReleaseHost host,
    string environment,
    string commit,
    string description,
    Uri? url = null
)
{
    /// <summary>Each costs a request. What is older has been made inactive when its time was over.</summary>
    const int MostLookedAt = 10;

    public async Task<bool> IsMarkedAsync(CancellationToken cancellationToken = default) =>
        await host.LatestDeploymentsAsync(environment, cancellationToken) is [var latest, ..]
        && latest.Commit.Is(commit)
        && await host.ListStatusesAsync(latest.Id, cancellationToken) is [var last, ..]
        && last.State is DeploymentState.Success
        && last.Description.Is(description);

    /// <summary>What was live before goes first, so that a run which is killed in between is not taken for done.</summary>
    public async Task MarkAsync(CancellationToken cancellationToken = default)
    {
        var live = await host.CreateDeploymentAsync(
            new DeploymentRecord(commit, environment, description, IsProduction: true),
            cancellationToken
        );
        var earlier = await host.LatestDeploymentsAsync(environment, cancellationToken);
        foreach (var deployment in earlier.Where(found => found.Id < live.Id).Take(MostLookedAt))
            if (await EndAsync(deployment.Id, cancellationToken) is DeploymentState.Inactive)
                break;
        await host.AddStatusAsync(
            live.Id,
            new DeploymentStatus(DeploymentState.Success, description, url),
            cancellationToken
        );
    }

    /// <summary>Answers the state in which it was; one that failed or runs is left as it is.</summary>
    async Task<DeploymentState?> EndAsync(long deployment, CancellationToken cancellationToken)
    {
        if (await host.ListStatusesAsync(deployment, cancellationToken) is not [var last, ..])
            return null;
        if (last.State is DeploymentState.Success)
            await host.AddStatusAsync(
                deployment,
                new DeploymentStatus(DeploymentState.Inactive, $"Replaced by {description}"),
                cancellationToken
            );
        return last.State;
    }
}
