namespace Slipway.Releases;

/// <summary>A commit of one line of development, between the one before and the one after it there.</summary>
/// <param name="commit"><see cref="CommitGraph.None"/>: a place for a branch that begins here without a commit.</param>
sealed class MainlineCommit(MainlineIteration iteration, int commit, GitBranch branch, BranchRules rules)
{
    EffectiveRules? _effective;

    public GitBranch Branch => branch;
    public BranchRules Rules => rules;
    public bool IsPlaceholder => commit == CommitGraph.None;
    public int Commit => IsPlaceholder ? After?.Commit ?? CommitGraph.None : commit;
    public MainlineCommit? Before { get; set; }
    public MainlineCommit? After { get; init; }

    /// <summary>What was merged here.</summary>
    public MainlineIteration? Merged { get; set; }

    public bool HasMerged => Merged is { Commits.Count: > 0 };
    public HashSet<VersionNumber> Versions { get; } = [];

    /// <summary>The increment that its message asks for.</summary>
    public VersionPart Asked { get; set; }

    public EffectiveRules Effective(VersionConfiguration configuration) =>
        _effective ??=
            Before is { } before && ReferenceEquals(before.Rules, rules)
                ? before.Effective(configuration)
                : new EffectiveRules(configuration, Inherited(configuration));

    BranchRules Inherited(VersionConfiguration configuration)
    {
        var inherited = rules;
        var last = rules;
        for (var one = this; one is not null && inherited.Increment == IncrementRule.Inherit; one = one.Before)
        {
            if (!ReferenceEquals(one.Rules, last))
                inherited = inherited.Inherit(one.Rules);
            last = one.Rules;
        }
        return inherited.Increment == IncrementRule.Inherit && iteration.Parent is { } parent
            ? inherited.Inherit(parent.Effective(configuration).Rules)
            : inherited;
    }
}

/// <summary>One line of development: a branch, or what was merged from one.</summary>
/// <param name="parent">Where it was merged; null for the branch that is built.</param>
sealed class MainlineIteration(GitBranch branch, BranchRules rules, MainlineCommit? parent)
{
    readonly List<MainlineCommit> _commits = [];

    public GitBranch Branch => branch;
    public BranchRules Rules => rules;
    public MainlineCommit? Parent => parent;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<MainlineCommit> Commits => _commits;

    public MainlineCommit Add(int commit, GitBranch branch, BranchRules rules)
    {
        var after = _commits.LastOrDefault();
        var added = new MainlineCommit(this, commit, branch, rules) { After = after };
        if (after is not null)
            after.Before = added;
        _commits.Add(added);
        return added;
    }

    public EffectiveRules Effective(VersionConfiguration configuration) =>
        new(
            configuration,
            rules.Increment == IncrementRule.Inherit && _commits.Count > 0
                ? rules.Inherit(_commits[^1].Effective(configuration).Rules)
                : rules
        );
}
