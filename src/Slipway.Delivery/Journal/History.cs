using Slipway.Delivery.Environments;
using Slipway.Delivery.Plans;

namespace Slipway.Delivery.Journal;

public enum DeploymentResult
{
    Unfinished,
    Succeeded,
    RolledBack,
}

/// <summary>One deployment as the journal tells it.</summary>
/// <param name="Intended">Indices of steps that may have been begun, in order.</param>
/// <param name="Done">Indices of steps that are known to be done.</param>
/// <param name="GoesBack">A failure was recorded: what is left is to undo.</param>
/// <param name="Note">The failure's message.</param>
public sealed record DeploymentRecord(
    string Plan,
    Purpose Purpose,
    Revision Revision,
    string By,
    DateTimeOffset BegunAt,
    DateTimeOffset? EndedAt,
    DeploymentResult Result,
    IReadOnlyList<int> Intended,
    IReadOnlyList<int> Done,
    bool GoesBack,
    string? Note
);

/// <summary>Reads a journal's entries as deployments: a pure fold.</summary>
public static class History
{
    /// <summary>The deployments, oldest first. Only the last can be unfinished.</summary>
    public static IReadOnlyList<DeploymentRecord> Of(IEnumerable<JournalEntry> entries)
    {
        var deployments = new List<DeploymentRecord>();
        foreach (var entry in entries)
        {
            if (entry.Event == JournalEvent.Begun)
                deployments.Add(Begin(entry));
            else if (deployments.Count > 0)
                deployments[^1] = Continue(deployments[^1], entry);
        }

        return deployments;
    }

    /// <summary>The deployment that a run must bring to its end before anything else.</summary>
    public static DeploymentRecord? Unfinished(IReadOnlyList<DeploymentRecord> deployments) =>
        deployments is [.., { Result: DeploymentResult.Unfinished } last] ? last : null;

    /// <summary>The newest revision that was deployed successfully and is not <paramref name="live"/>.</summary>
    public static Revision? LastGoodBefore(IReadOnlyList<DeploymentRecord> deployments, Revision live) =>
        deployments
            .Where(deployment => deployment.Result == DeploymentResult.Succeeded)
            .Select(deployment => deployment.Revision)
            .LastOrDefault(revision => !string.Equals(revision.Digest, live.Digest, StringComparison.Ordinal));

    static DeploymentRecord Begin(JournalEntry entry) =>
        new(
            entry.Plan,
            entry.Purpose ?? Purpose.Deploy,
            entry.Revision!,
            entry.By ?? "unknown",
            entry.At,
            EndedAt: null,
            DeploymentResult.Unfinished,
            [],
            [],
            GoesBack: false,
            Note: null
        );

    static DeploymentRecord Continue(DeploymentRecord deployment, JournalEntry entry) =>
        entry.Event switch
        {
            JournalEvent.Intended => deployment with { Intended = [.. deployment.Intended, entry.Step!.Value] },
            JournalEvent.Done => deployment with { Done = [.. deployment.Done, entry.Step!.Value] },
            JournalEvent.Failed => deployment with { GoesBack = true, Note = entry.Note },
            JournalEvent.UndoIntended => deployment with { GoesBack = true },
            JournalEvent.Succeeded => deployment with { Result = DeploymentResult.Succeeded, EndedAt = entry.At },
            JournalEvent.RolledBack => deployment with
            {
                Result = DeploymentResult.RolledBack,
                EndedAt = entry.At,
                Note = deployment.Note ?? entry.Note,
            },
            _ => deployment,
        };
}
