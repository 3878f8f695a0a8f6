namespace Slipway.Releases;

/// <summary>Entries from the commits of one release.</summary>
/// <param name="written">The log's sections that no release has yet.</param>
sealed class DraftMaker(IReadOnlyList<ChangelogSection> written)
{
    readonly List<DraftEntry> _entries = [];
    readonly List<Commit> _notUnderstood = [];
    readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    readonly HashSet<ParsedCommit> _withConventional = [];
    readonly Dictionary<ParsedCommit, List<ParsedCommit>> _brought = [];

    /// <param name="commits">The newest first, each with the merge that brought it.</param>
    public ChangelogDraft Make(IReadOnlyList<ParsedCommit> commits)
    {
        var (kept, cancelled) = Reverts.Cancel(commits);
        foreach (var commit in kept.Where(commit => !commit.Commit.IsMerge))
            Look(commit);
        foreach (var commit in kept)
            Propose(commit);
        var present = new PresentEntries(written);
        var merged = DraftOrder.Of(_entries);
        List<DraftEntry> entries = [.. merged.Where(entry => !present.Has(entry))];
        return new ChangelogDraft
        {
            Entries = entries,
            NotUnderstood = _notUnderstood,
            LeftOut = _leftOut,
            Cancelled = cancelled,
            AlreadyThere = merged.Count - entries.Count,
        };
    }

    /// <summary>A merge whose message says what it brought can speak for commits that do not say it themselves.</summary>
    static ParsedCommit? SpeakerOf(ParsedCommit commit)
    {
        var merge = commit.BroughtBy;
        while (merge is not null && !Speaks(merge))
            merge = merge.BroughtBy;
        return merge;
    }

    static bool Speaks(ParsedCommit merge) => merge.PullRequest is { Title: not "" } || merge.Message.IsConventional;

    void Look(ParsedCommit commit)
    {
        if (SpeakerOf(commit) is not { } speaker)
            return;
        if (!_brought.TryGetValue(speaker, out var brought))
            _brought[speaker] = brought = [];
        brought.Add(commit);
        if (commit.Message.IsConventional)
            _withConventional.Add(speaker);
    }

    void Propose(ParsedCommit commit)
    {
        if (commit.Commit.IsMerge)
        {
            if (Speaks(commit) && !_withConventional.Contains(commit))
                Add(commit, Titled(commit), [commit, .. _brought.GetValueOrDefault(commit) ?? []]);
        }
        else if (commit.Message.IsConventional || SpeakerOf(commit) is null)
        {
            Add(commit, Titled(commit), [commit]);
        }
        else if (_withConventional.Contains(SpeakerOf(commit)!))
        {
            _notUnderstood.Add(commit.Commit);
        }
    }

    /// <summary>The message, with the pull request's title instead of what GitHub makes of it.</summary>
    static ConventionalCommit Titled(ParsedCommit commit)
    {
        if (commit.PullRequest is not { Title: { Length: > 0 } title })
            return commit.Message;
        return ConventionalCommit.Parse(title) with
        {
            Footers = commit.Message.Footers,
            Reverts = commit.Message.Reverts,
        };
    }

    void Add(ParsedCommit commit, ConventionalCommit message, IReadOnlyList<ParsedCommit> from)
    {
        if (message.Type is null ? message.Reverts is null : !DraftCategories.IsKnown(message.Type))
            _notUnderstood.Add(commit.Commit);
        if (message.Type is { } type && DraftCategories.IsInternal(type) && !message.IsBreaking)
        {
            _leftOut[type] = _leftOut.GetValueOrDefault(type) + 1;
            return;
        }

        var entry = new DraftEntry
        {
            Category = DraftCategories.Of(message),
            Text = message.Type is "revert" ? $"Take back: {message.Description}" : Capitalized(message.Description),
            Scope = message.Scope,
            IsBreaking = message.IsBreaking,
            PullRequest = commit.PullRequest?.Number ?? RequestOf(commit),
            Commits = [.. from.Select(one => one.Commit.Sha)],
            Authors = [.. People.In(from.Select(one => one.Commit)).Select(person => person.Name)],
        };
        _entries.Add(entry);
        foreach (var told in message.BreakingChanges)
            _entries.Add(
                entry with
                {
                    Category = ChangelogCategory.Upgrade,
                    Text = Capitalized(told),
                    IsBreaking = false,
                }
            );
    }

    static int? RequestOf(ParsedCommit commit)
    {
        for (var merge = commit.BroughtBy; merge is not null; merge = merge.BroughtBy)
        {
            if (merge.PullRequest is { } request)
                return request.Number;
        }

        return null;
    }

    /// <summary>A word that has capitals within, or is code, is left.</summary>
    static string Capitalized(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var word = line.Split(' ', 2)[0];
        return word.Length > 0 && word.All(char.IsAsciiLetterLower)
            ? $"{char.ToUpperInvariant(line[0])}{line[1..]}"
            : line;
    }
}
