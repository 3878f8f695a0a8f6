namespace Slipway.Releases;

/// <summary>
/// What one calculation looks at: the graph with names on it, as a configuration sees them. Nothing here asks git.
/// </summary>
/// <remarks>A commit that the configuration ignores is in the graph, and counts as if it were not.</remarks>
sealed class RepositoryView
{
    readonly VersionConfiguration _configuration;
    readonly IReadOnlySet<string> _onlyIgnoredPaths;
    readonly List<Branch> _branches = [];

    /// <param name="wanted">A commit of the branch to make the version of; null: its newest.</param>
    /// <param name="onlyIgnoredPaths">Ids of commits that touch nothing but ignored paths.</param>
    /// <exception cref="ReleaseException">Every commit is ignored.</exception>
    public RepositoryView(
        VersionConfiguration configuration,
        CommitGraph graph,
        CommitMessages messages,
        GitReferences references,
        GitBranch head,
        string? wanted,
        IReadOnlySet<string> onlyIgnoredPaths
    )
    {
        _configuration = configuration;
        _onlyIgnoredPaths = onlyIgnoredPaths;
        Graph = graph;
        Messages = messages;
        Ancestry = new Ancestry(graph);
        foreach (var branch in references.Branches)
            _branches.Add(new Branch(branch, graph.Find(branch.Tip)));
        Head =
            _branches.Find(branch => branch.Name.IsSame(head) && branch.Tip == graph.Find(head.Tip))
            ?? new Branch(head, graph.Find(head.Tip));
        Current = Ancestry
            .Walk(Head.Tip)
            .SkipWhile(commit => wanted is not null && graph.Time(commit) > graph.Time(graph.Find(wanted)))
            .FirstOrDefault(commit => !IsIgnored(commit), CommitGraph.None);
        if (Current == CommitGraph.None)
            throw new ReleaseException(
                "Every commit of this branch is ignored: 'ignore' in GitVersion.yml leaves nothing to make a version of."
            );
        var text = new VersionText(configuration.TagPrefix, configuration.Format);
        Tags =
        [
            .. Read(references.Tags, text)
                .Where(tag => !IsIgnored(tag.Commit))
                .OrderByDescending(tag => graph.Time(tag.Commit)),
        ];
    }

    public CommitGraph Graph { get; }

    public CommitMessages Messages { get; }

    public Ancestry Ancestry { get; }

    /// <summary>Every branch, local ones first, by name.</summary>
    public IReadOnlyList<Branch> Branches => _branches;

    public Branch Head { get; }

    /// <summary>The newest commit of <see cref="Head"/> that is not ignored.</summary>
    public int Current { get; }

    /// <summary>Tags that are versions, on commits that are not ignored; the newest commit's first.</summary>
    public IReadOnlyList<VersionTag> Tags { get; }

    public BranchRules RulesOf(Branch branch) => _configuration.RulesOf(branch.Name.Plain);

    public bool IsIgnored(int commit)
    {
        var ignore = _configuration.Ignore;
        if (ignore.IsEmpty)
            return false;
        return ignore.Before is { } before && Graph.Time(commit) < before.ToUnixTimeSeconds()
            || ignore.Commits.Count > 0 && IsNamed(Graph.Id(commit), ignore.Commits)
            || _onlyIgnoredPaths.Count > 0 && _onlyIgnoredPaths.Contains(Graph.Id(commit));
    }

    static bool IsNamed(string id, IReadOnlyList<string> names) =>
        names.Any(name => id.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    IEnumerable<VersionTag> Read(IReadOnlyList<GitTag> tags, VersionText text)
    {
        foreach (var tag in tags)
        {
            if (text.TryRead(tag.Name, out var version) && Graph.Find(tag.Commit) is >= 0 and var commit)
                yield return new VersionTag(tag.Name, version, commit);
        }
    }
}

/// <summary>A branch in a graph.</summary>
sealed record Branch(GitBranch Name, int Tip);
