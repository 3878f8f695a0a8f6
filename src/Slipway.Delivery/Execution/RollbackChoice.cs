using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;

namespace Slipway.Delivery.Execution;

/// <summary>Which revision a rollback returns to: a pure function of the world and the journal.</summary>
public static class RollbackChoice
{
    const int ShortestPrefix = 6;

    /// <summary>
    /// The revision kept in the other slot, else the newest good one of the journal. One that must be started again runs
    /// with the settings of today, and says so by its configuration.
    /// </summary>
    /// <param name="to">
    /// Null: the last good one. Else the version, or the beginning of the digest (six digits or more), of any revision
    /// that was deployed here successfully.
    /// </param>
    /// <exception cref="DeliveryException">There is none, or several fit; the message lists what there is.</exception>
    public static Revision Of(
        EnvironmentSpec environment,
        World world,
        IReadOnlyList<DeploymentRecord> history,
        string? to = null
    )
    {
        if (world.Live is not { Revision: { } live } slot)
            throw new DeliveryException($"{environment.Name} has nothing live to roll back from.");
        var other = world[slot.Name.Other()];
        return to is null
            ? LastGood(environment, history, live, other)
            : Named(environment, Candidates(history), live, other, to);
    }

    static Revision LastGood(
        EnvironmentSpec environment,
        IReadOnlyList<DeploymentRecord> history,
        Revision live,
        SlotState other
    )
    {
        var kept = live.RunsTheSame(other.Revision) ? null : other.Revision;
        if (kept is not null && other.Healthy == environment.Instances)
            return kept;
        return (kept ?? History.LastGoodBefore(history, live)) is { } good
            ? WithSettingsOfToday(good, environment)
            : throw new DeliveryException($"{environment.Name} has no revision before {live} to roll back to.");
    }

    static Revision Named(
        EnvironmentSpec environment,
        List<Revision> candidates,
        Revision live,
        SlotState other,
        string to
    )
    {
        var digits = to.StartsWith("sha256:", StringComparison.Ordinal) ? to[7..] : to;
        var isPrefix = digits.Length >= ShortestPrefix && digits.All(char.IsAsciiHexDigitLower);
        var matching = candidates
            .Where(good => string.Equals(good.Version, to, StringComparison.Ordinal))
            .Concat(candidates.Where(good => isPrefix && DigestOf(good).StartsWith(digits, StringComparison.Ordinal)))
            .Distinct()
            .ToList();
        if (matching is not [var wanted])
        {
            var what = matching.Count == 0 ? $"no good revision '{to}'" : $"{matching.Count} good revisions '{to}'";
            var list = string.Join(", ", matching.Count == 0 ? candidates : matching);
            throw new DeliveryException(
                $"{environment.Name} has had {what}. "
                    + (list.Length == 0 ? "It has had none at all." : $"Name one by version or digest: {list}.")
            );
        }

        if (Is(wanted, live))
            return live;
        return Is(wanted, other.Revision) && other.Healthy == environment.Instances
            ? other.Revision!
            : WithSettingsOfToday(wanted, environment);
    }

    /// <summary>Each image that was deployed successfully, newest first.</summary>
    static List<Revision> Candidates(IReadOnlyList<DeploymentRecord> history) =>
        [
            .. history
                .Where(deployment => deployment.Result == DeploymentResult.Succeeded)
                .Select(deployment => deployment.Revision)
                .Reverse()
                .DistinctBy(revision => revision.Digest, StringComparer.Ordinal),
        ];

    static bool Is(Revision wanted, Revision? running) =>
        string.Equals(wanted.Digest, running?.Digest, StringComparison.Ordinal);

    static string DigestOf(Revision revision) => revision.Digest[(revision.Digest.IndexOf(':') + 1)..];

    static Revision WithSettingsOfToday(Revision good, EnvironmentSpec environment) =>
        good with
        {
            Configuration = environment.ConfigurationDigest,
        };
}
