namespace Slipway.Releases;

/// <summary>A deployment as the host has it.</summary>
/// <param name="Commit">Its full id.</param>
public sealed record HostedDeployment(long Id, string Commit, string Environment, DateTimeOffset CreatedAt);

/// <summary>A deployment to be recorded.</summary>
/// <param name="Commit">Its full id.</param>
/// <param name="Description">At most 140 characters; longer ones are cut.</param>
/// <param name="IsProduction">Users work there.</param>
public sealed record DeploymentRecord(string Commit, string Environment, string Description, bool IsProduction);

/// <summary>How a deployment goes.</summary>
/// <param name="Description">At most 140 characters; longer ones are cut.</param>
/// <param name="Url">Where the environment answers; null: not said.</param>
public sealed record DeploymentStatus(DeploymentState State, string Description, Uri? Url = null);

/// <summary>GitHub's words for the states of a deployment.</summary>
public enum DeploymentState
{
    /// <summary>The host's own word for one that this program does not know.</summary>
    Unknown,
    Queued,
    Pending,
    InProgress,
    Success,
    Failure,
    Error,

    /// <summary>A later deployment took its place.</summary>
    Inactive,
}
