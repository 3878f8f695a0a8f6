using Slipway.Delivery.Journal;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Environments;

/// <summary>When an environment may be taken down by whoever tidies up.</summary>
public static class Expiry
{
    /// <summary>A review environment's, where the build says nothing else: 72 hours.</summary>
    public static readonly TimeSpan OfReviews = TimeSpan.FromHours(72);

    /// <summary>
    /// What is recorded; where an older Slipway recorded nothing, counted from the last deployment. Null: never.
    /// </summary>
    public static DateTimeOffset? Of(
        EnvironmentSpec environment,
        EnvironmentFacts? facts,
        IReadOnlyList<DeploymentRecord> history
    ) =>
        facts is null || environment.Expiry is not { } expiry
            ? null
            : facts.ExpiresAt ?? (history is [.., var last] ? last.BegunAt : facts.CreatedAt) + expiry;
}
