namespace Slipway.Releases;

/// <summary>What the commits of a release say for its notes.</summary>
/// <param name="Contributors">Authors and co-authors, who did most first; programs (<c>…[bot]</c>) are left out.</param>
public sealed record ReleaseHistory(
    IReadOnlyList<BreakingChange> BreakingChanges,
    IReadOnlyList<Contributor> Contributors
)
{
    /// <param name="root">A directory of the repository.</param>
    /// <param name="last">The revision of the release before; null: this is the first one.</param>
    /// <param name="to">The revision that is released.</param>
    /// <exception cref="ReleaseException">No git, no repository, or no such revision.</exception>
    public static async Task<ReleaseHistory> ReadAsync(
        string root,
        string? last,
        string to = "HEAD",
        CancellationToken cancellationToken = default
    )
    {
        var range = new HistoryRange { To = to, Except = last is null ? [] : [last] };
        var commits = await History.CommitsAsync(root, range, cancellationToken).ToListAsync(cancellationToken);
        var earlier = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (last is not null)
        {
            await foreach (var commit in History.CommitsAsync(root, new HistoryRange { To = last }, cancellationToken))
                earlier.UnionWith(People.Of(commit).SelectMany(person => person.Keys));
        }

        return Of(commits, earlier);
    }

    /// <summary>Pure.</summary>
    /// <param name="commits">Those of the release, the newest first.</param>
    /// <param name="earlier">Names and addresses of whoever is in an earlier release.</param>
    internal static ReleaseHistory Of(IReadOnlyList<Commit> commits, IReadOnlySet<string> earlier)
    {
        var kept = Reverts.Cancel(ParsedCommit.All(commits)).Kept;
        return new ReleaseHistory(
            [
                .. kept.Where(commit => commit.Message.IsBreaking)
                    .SelectMany(commit =>
                        commit.Message.BreakingChanges.Select(text => new BreakingChange(
                            text,
                            commit.Commit.Sha,
                            commit.Message.Scope
                        ))
                    ),
            ],
            [.. People.In(commits).Select(person => new Contributor(person.Name, !person.Keys.Any(earlier.Contains)))]
        );
    }
}
