namespace Slipway.Releases;

/// <summary>GitVersion 6's decision: a pure function of a configuration and a history.</summary>
sealed class NextVersionCalculator(CalculationContext context)
{
    delegate IEnumerable<Candidate> Strategy(CalculationContext context, BranchConfiguration branch);

    /// <summary>In GitVersion's order, which decides between equals; the fallback comes last, and only for want of others.</summary>
    static readonly (VersionStrategies Name, Strategy Find)[] Strategies =
    [
        (VersionStrategies.ConfiguredNextVersion, ConfiguredNextVersion.Find),
        (VersionStrategies.Mainline, MainlineStrategy.Find),
        (VersionStrategies.MergeMessage, MergedBranches.Find),
        (VersionStrategies.TaggedCommit, TaggedCommits.Find),
        (VersionStrategies.TrackReleaseBranches, NamedVersions.Tracked),
        (VersionStrategies.VersionInBranchName, NamedVersions.InName),
    ];

    RepositoryView View => context.View;

    public VersionDecision Decide()
    {
        var own = View.RulesOf(View.Head);
        var rules = new EffectiveRules(context.Configuration, own);
        if (own.Increment != IncrementRule.Inherit && TagOfCurrent(rules) is { } tagged)
            return tagged;

        var candidates = Candidates();
        var chosen = Choice.Of(candidates, View.Graph);
        if (own.Increment == IncrementRule.Inherit && TagOfCurrent(chosen.Best.Configuration.Rules) is { } inherited)
            return inherited with { Candidates = candidates };

        var mode = chosen.Best.Configuration.Rules.Mode;
        var distance = Distance(chosen.Commit);
        var version = Deployed(chosen.Best.Next, mode, distance);
        var raised = HigherTag(version, chosen.Best.Configuration.Branch);
        return new VersionDecision(
            raised is null ? version : version.WithCoreOf(raised),
            chosen.Best.Base,
            chosen.Commit == CommitGraph.None ? null : View.Graph.Id(chosen.Commit),
            distance,
            rules,
            mode,
            chosen.Best,
            candidates,
            context.Rejections,
            null,
            raised
        );
    }

    /// <summary>The current commit's own tag is the version where the rules say that nothing is raised then.</summary>
    VersionDecision? TagOfCurrent(EffectiveRules rules)
    {
        if (!rules.PreventWhenTagged || !View.Tags.Any(tag => tag.Commit == View.Current))
            return null;
        var label = context.LabelBy(rules);
        var tag = context
            .Tags.Of(View.Head, TagFinder.SourcesOf(rules))
            .Where(found => found.Commit == View.Current && found.Tag.Version.Fits(label))
            .Select(found => found.Tag)
            .MaxBy(found => found.Version);
        return tag is null
            ? null
            : TaggedVersion.Of(
                tag.Name,
                tag.Version,
                View.Graph.Id(View.Current),
                rules,
                new EffectiveRules(context.Configuration, View.RulesOf(View.Head))
            );
    }

    List<Candidate> Candidates()
    {
        var branches = new BranchConfigurations(context.Configuration, View, context.Sources).Of(View.Head);
        List<Candidate> all = [];
        foreach (var branch in branches)
        {
            var found = Strategies
                .Where(strategy => context.Configuration.Uses(strategy.Name))
                .SelectMany(strategy => strategy.Find(context, branch))
                .Where(IsCounted)
                .ToList();
            if (found.Count == 0 && context.Configuration.Uses(VersionStrategies.Fallback))
                found = [.. FallbackVersion.Find(context, branch).Where(IsCounted)];
            all.AddRange(found);
        }
        if (all.Count == 0)
            throw new ReleaseException(
                $"Nothing says which version branch '{View.Head.Name.Friendly}' has: no strategy found a base. {Advice()}"
            );
        return all;
    }

    string Advice() =>
        View.Branches.Any(branch => View.RulesOf(branch).IsMainBranch == true)
            ? "Give the branch an increment, or a branch to inherit one from, in GitVersion.yml; or tag a commit."
            : "There is no main branch here that it could inherit from: fetch it ('git fetch origin main:main'), "
                + "or say in GitVersion.yml what it is called (branches.main.regex).";

    bool IsCounted(Candidate candidate)
    {
        if (candidate.Commit == CommitGraph.None || !View.IsIgnored(candidate.Commit))
            return true;
        context.Reject(candidate.Strategy, candidate.Source, "its commit is ignored");
        return false;
    }

    /// <summary>The commits that the current one has below it and the base has not.</summary>
    int Distance(int source)
    {
        var below = source == CommitGraph.None ? null : View.Ancestry.Of(source);
        var reachable = View.Ancestry.Of(View.Current);
        var distance = 0;
        for (var commit = 0; commit < View.Graph.Count; commit++)
        {
            if (reachable.Contains(commit) && below?.Contains(commit) != true && !View.IsIgnored(commit))
                distance++;
        }
        return distance;
    }

    static VersionNumber Deployed(VersionNumber version, DeploymentMode mode, int distance) =>
        mode switch
        {
            DeploymentMode.ManualDeployment => version,
            DeploymentMode.ContinuousDeployment => version with { Label = "", Number = null },
            _ when version.Number is { } number => version with { Number = number + distance - 1 },
            _ => throw new ReleaseException(
                $"Mode ContinuousDelivery counts pre-releases, and '{version}' has no number to count on: "
                    + "tag pre-releases with one, as in 1.2.0-beta.1, or give the branch a label."
            ),
        };

    /// <summary>No version is below a tag of the branch, whatever its label.</summary>
    VersionNumber? HigherTag(VersionNumber version, Branch branch)
    {
        var highest = context
            .Tags.Of(branch, TagSource.Branch)
            .Select(found => found.Tag.Version)
            .DefaultIfEmpty(null)
            .Max();
        return highest is not null && version.CompareCore(highest) < 0 ? highest : null;
    }
}
