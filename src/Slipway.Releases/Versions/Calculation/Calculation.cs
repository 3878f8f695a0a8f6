namespace Slipway.Releases;

/// <summary>One calculation: finds out which branch it is for, takes the shortest way, and says why.</summary>
sealed class Calculation(
    Git git,
    VersionRequest request,
    GitCheckout checkout,
    GitReferences references,
    VersionConfiguration configuration,
    string? file
)
{
    readonly List<string> _notes = [];

    public async Task<CalculatedVersion> RunAsync(CancellationToken cancellationToken)
    {
        var named = NamedBranch(out var builtTag);
        if (
            named is not null
            && request.Commit is null
            && TaggedHead.Decide(configuration, references, named, request.Environment) is { } tagged
        )
            return Answer(tagged, named, isDetached: false, checkout.Commit, checkout.Time, tagged.TakenFrom);

        var messages = new CommitMessages(configuration);
        var paths = IgnoredPaths.CommitsAsync(git, configuration.Ignore.Paths, cancellationToken);
        var graph = await GitLog.ReadAsync(git, NeedsMessages() ? messages : null, NeedsTags(), cancellationToken);
        var head = named ?? ConcludedBranch(graph);
        var view = new RepositoryView(configuration, graph, messages, references, head, Wanted(graph), await paths);
        var highest = view
            .Tags.Where(tag => view.Ancestry.IsAncestor(tag.Commit, view.Head.Tip))
            .MaxBy(tag => tag.Version);

        var decision =
            Built(builtTag, view) ?? new NextVersionCalculator(new(configuration, view, request.Environment)).Decide();
        var time = DateTimeOffset.FromUnixTimeSeconds(graph.Time(view.Current));
        return Answer(decision, view.Head.Name, named is null, graph.Id(view.Current), time, highest?.Name);
    }

    /// <summary>The branch that somebody names: the caller, the checkout, or GitHub. Null: nobody does.</summary>
    GitBranch? NamedBranch(out string? builtTag)
    {
        builtTag = null;
        if (request.Branch is { } wanted)
            return Wanted(wanted);
        if (checkout.Branch is { } branch)
            return GitBranch.Local(branch, checkout.Commit);
        var server = BuildServer.Read(request.Environment, checkout.Commit);
        builtTag = server.Tag;
        if (server.Branch is { } built)
            _notes.Add($"HEAD is detached; GitHub says that it is branch {built}");
        return server.Branch is null ? null : GitBranch.Local(server.Branch, checkout.Commit);
    }

    string? Wanted(CommitGraph graph) =>
        request.Commit is null || graph.Find(request.Commit) != CommitGraph.None
            ? request.Commit
            : throw new ReleaseException(
                $"There is no commit '{request.Commit}' in {git.Directory}: give the full id of one."
            );

    GitBranch Wanted(string name) =>
        references.Branches.Where(branch => branch.IsCalled(name)).MinBy(branch => branch.IsRemote)
        ?? throw new ReleaseException(
            $"There is no branch '{name}' in {git.Directory}: name one that 'git branch --all' shows."
        );

    /// <summary>A detached HEAD on the history of exactly one branch stands for that branch, here or on origin.</summary>
    GitBranch ConcludedBranch(CommitGraph graph)
    {
        var ancestry = new Ancestry(graph);
        var head = graph.Find(checkout.Commit);
        var branches = references
            .Branches.Where(branch => branch.IsOurs)
            .Where(branch => ancestry.IsAncestor(head, graph.Find(branch.Tip)))
            .DistinctBy(branch => branch.Plain, StringComparer.Ordinal)
            .ToList();
        if (branches.Count == 1)
        {
            _notes.Add($"HEAD is detached; it is on the history of branch {branches[0].Plain} alone, whose rules hold");
            return branches[0] with { Tip = checkout.Commit };
        }
        _notes.Add(
            branches.Count == 0
                ? "HEAD is detached, and on no branch's history: it has no branch"
                : $"HEAD is detached, on the history of {string.Join(", ", branches.Select(branch => branch.Plain))}: it has no branch"
        );
        return new GitBranch(GitBranch.Detached, checkout.Commit);
    }

    /// <summary>
    /// GitHub builds a tag: then the tag is the version, whatever the rules say. GitVersion takes it for a branch of the
    /// tag's name, and with GitHubFlow answers a version after the one that is released.
    /// </summary>
    VersionDecision? Built(string? name, RepositoryView view)
    {
        if (
            name is null
            || view.Tags.FirstOrDefault(tag =>
                string.Equals(tag.Name, name, StringComparison.Ordinal) && tag.Commit == view.Current
            )
                is not { } tag
        )
            return null;
        _notes.Add($"GitHub builds tag {name}: that is the version");
        var rules = new EffectiveRules(configuration, view.RulesOf(view.Head));
        return TaggedVersion.Of(tag.Name, tag.Version, checkout.Commit, rules, rules);
    }

    bool NeedsMessages() =>
        configuration.Uses(VersionStrategies.MergeMessage)
        || configuration.Uses(VersionStrategies.Mainline)
        || Rules().Any(rules => rules.MessageIncrements is not (null or MessageIncrements.Disabled));

    /// <summary>A tag that no branch leads to can count only where merges of a branch are followed to their targets.</summary>
    bool NeedsTags() =>
        configuration.Fallback.TrackMergeTarget == true
        || configuration.RulesOf(checkout.Branch ?? GitBranch.Detached).TrackMergeTarget == true
        || references.Branches.Any(branch => configuration.RulesOf(branch.Plain).TrackMergeTarget == true);

    IEnumerable<BranchRules> Rules() =>
        configuration.Branches.Select(branch => branch.Value).Append(configuration.Fallback);

    CalculatedVersion Answer(
        VersionDecision decision,
        GitBranch branch,
        bool isDetached,
        string commit,
        DateTimeOffset time,
        string? tag
    )
    {
        var versioned = new VersionedCommit(commit, time, branch.Friendly, checkout.Changes);
        var variables = VariableBuilder.Build(decision, configuration, versioned, request.Environment);
        return new CalculatedVersion(variables, () => Explaining.Of(decision, file, [.. _notes, .. ForeignTags()]))
        {
            CommitTime = time,
            Branch = branch.IsDetached ? null : branch.Plain,
            IsDetached = isDetached,
            Tag = tag,
        };
    }

    IEnumerable<string> ForeignTags()
    {
        const int Named = 5;
        var text = new VersionText(configuration.TagPrefix, configuration.Format);
        var foreign = references.Tags.Where(tag => !text.TryRead(tag.Name, out _)).Select(tag => tag.Name).ToList();
        if (foreign.Count > 0)
        {
            var names = string.Join(", ", foreign.Take(Named)) + (foreign.Count > Named ? ", …" : "");
            yield return $"tags that are no versions do not count: {names}";
        }
    }
}
