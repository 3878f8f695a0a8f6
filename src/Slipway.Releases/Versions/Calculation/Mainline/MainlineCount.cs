namespace Slipway.Releases;

/// <summary>What counting has come to.</summary>
/// <param name="Commit">Where the last version was; <see cref="CommitGraph.None"/> for none.</param>
/// <param name="Step">What comes next; null: nothing.</param>
/// <param name="Tagged">The version of the tag that all was counted from; null: there was none.</param>
readonly record struct MainlineResult(VersionNumber Base, int Commit, IncrementStep? Step, VersionNumber? Tagged)
{
    public MainlineResult Then(IncrementStep step, int commit) =>
        new(Step?.Apply(Base) ?? Base, commit == CommitGraph.None ? Commit : commit, step, Tagged);
}

/// <summary>Counts from the oldest commit of a line to the newest, by GitVersion's rules for each kind of commit.</summary>
sealed class MainlineCount(CalculationContext context, string? targetLabel)
{
    VersionConfiguration Configuration => context.Configuration;

    public MainlineResult Count(MainlineIteration iteration)
    {
        var state = new State(context, iteration, targetLabel);
        for (var index = iteration.Commits.Count - 1; index >= 0; index--)
        {
            var commit = iteration.Commits[index];
            state.Enter(commit);
            if (commit.Effective(Configuration).IsMainBranch)
                OnTrunk(commit, state);
            else
                OffTrunk(commit, state);
            if (commit.After is null && !commit.Branch.IsSame(iteration.Branch))
                Branched(commit, state);
            state.Leave(commit);
        }
        return state.Result
            ?? throw new ReleaseException(
                "There is no commit that TrunkBased could count: tag one, or commit something."
            );
    }

    void OnTrunk(MainlineCommit commit, State state)
    {
        if (commit.HasMerged)
        {
            if (state.Version is null)
                MergeOnTrunk(commit, state);
        }
        else if (state.Version is { } version)
        {
            TagOnTrunk(commit, state, version);
        }
        else
        {
            state.Label ??= state.LabelOf(commit);
            state.Force = true;
            state.Take();
            state.Source = commit.Commit;
        }
    }

    void TagOnTrunk(MainlineCommit commit, State state, VersionNumber version)
    {
        state.Source = commit.Commit;
        state.Result = new MainlineResult(version, state.Source, null, version);
        if (!version.IsPreRelease)
            state.Label = state.LabelOf(commit);
        if (commit.After is not null || !state.IsTrunk)
            return;
        if (version.IsPreRelease)
        {
            state.Part = commit.Effective(Configuration).Part;
            state.Label = state.LabelOf(commit);
        }
        state.Force = !version.IsPreRelease;
        state.Take();
    }

    void MergeOnTrunk(MainlineCommit commit, State state)
    {
        var merged = Count(commit.Merged!);
        var rules = commit.Effective(Configuration);
        state.Label ??= merged.Step?.Label;
        state.Part = MergedPart(
            commit,
            state,
            merged,
            rules.PreventOfMergedBranch,
            commit.Merged!.Effective(Configuration).PreventWhenBranchMerged
        );
        if (merged.Commit != CommitGraph.None)
        {
            state.Source = merged.Commit;
            state.Version = merged.Base;
            state.Force = merged.Step?.Force ?? false;
        }
        else if (merged.Step?.Alternative is { } alternative)
        {
            state.Alternatives.Add(alternative);
        }
        if (state.Version is { } version)
            state.Result = new MainlineResult(version, state.Source, null, merged.Tagged);
        state.Take();
        state.Source = commit.Commit;
    }

    void OffTrunk(MainlineCommit commit, State state)
    {
        if (commit.HasMerged)
        {
            if (state.Version is null)
                MergeOffTrunk(commit, state);
        }
        else if (state.Version is { } version)
        {
            TagOffTrunk(commit, state, version);
        }
        else
        {
            FirstOfRelease(commit, state);
            state.Label ??= state.LabelOf(commit);
            if (commit.After is not null)
                return;
            state.Take();
            state.Source = commit.Commit;
            state.Force = false;
        }
    }

    void TagOffTrunk(MainlineCommit commit, State state, VersionNumber version)
    {
        state.Source = commit.Commit;
        state.Result = new MainlineResult(version, state.Source, null, version);
        state.Part = commit.Effective(Configuration).Part;
        state.Label = state.LabelOf(commit);
        if (version.IsPreRelease)
            state.Force = false;
        if (commit.After is null)
            state.Take(force: !version.IsPreRelease);
    }

    void MergeOffTrunk(MainlineCommit commit, State state)
    {
        var merged = Count(commit.Merged!);
        var rules = commit.Effective(Configuration);
        state.Label ??= merged.Step?.Label;
        state.Part = MergedPart(commit, state, merged, rules.PreventOfMergedBranch, rules.PreventWhenBranchMerged);
        if (merged.Commit != CommitGraph.None)
        {
            state.Source = merged.Commit;
            state.Version = merged.Base;
        }
        else
        {
            if (merged.Base != VersionNumber.Zero)
                state.Alternatives.Add(merged.Base);
            if (merged.Step?.Alternative is { } alternative)
                state.Alternatives.Add(alternative);
        }
        if (commit.After is null)
            state.Take(label: targetLabel ?? state.Label);
    }

    VersionPart MergedPart(
        MainlineCommit commit,
        State state,
        MainlineResult merged,
        bool preventOfMergedBranch,
        bool preventWhenMerged
    )
    {
        var part = VersionPart.None;
        if (!preventOfMergedBranch)
            part = Higher(part, state.Part);
        if (!preventWhenMerged)
            part = Higher(part, merged.Step?.Part ?? VersionPart.None);
        return commit.Effective(Configuration).MessageIncrements == MessageIncrements.Disabled
            ? part
            : Higher(part, commit.Asked);
    }

    /// <summary>A release branch's name says below what the version must not be.</summary>
    void FirstOfRelease(MainlineCommit commit, State state)
    {
        if (
            commit.Effective(Configuration).IsReleaseBranch
            && commit.Before?.Branch.IsSame(commit.Branch) != true
            && BranchName.Version(commit.Branch.Plain, Configuration) is var (version, _)
        )
            state.Alternatives.Add(version);
    }

    /// <summary>The branch that is built begins at this commit of another one.</summary>
    void Branched(MainlineCommit commit, State state)
    {
        var rules = commit.Effective(Configuration);
        var own = state.Iteration.Effective(Configuration);
        var part =
            state.Iteration.Rules.Increment == IncrementRule.Inherit
                ? rules.Part
                : new EffectiveRules(Configuration, state.Iteration.Rules).Part;
        var label = BranchLabel.Of(own, state.Iteration.Branch.Plain, context.Environment) ?? state.Label;
        state.Source = commit.Commit;
        if (rules.IsMainBranch)
        {
            if (
                own.IsReleaseBranch
                && BranchName.Version(state.Iteration.Branch.Plain, Configuration) is var (version, _)
            )
                state.Alternatives.Add(version);
            state.Part = part;
            state.Label = label;
            state.Force = true;
            state.Take();
        }
        else
        {
            state.Part = Higher(state.Part, part);
            state.Label = label;
            state.Force = true;
            state.Result = (state.Result ?? Nothing).Then(
                new IncrementStep(VersionPart.None, label, Alternative: state.Alternatives.Max()),
                CommitGraph.None
            );
        }
    }

    static MainlineResult Nothing => new(VersionNumber.Zero, CommitGraph.None, null, null);

    static VersionPart Higher(VersionPart one, VersionPart other) => one > other ? one : other;

    /// <summary>What is carried from commit to commit.</summary>
    sealed class State(CalculationContext context, MainlineIteration iteration, string? targetLabel)
    {
        bool _isBranchSilent;

        public MainlineIteration Iteration => iteration;
        public bool IsTrunk => iteration.Effective(context.Configuration).IsMainBranch;
        public MainlineResult? Result { get; set; }
        public VersionNumber? Version { get; set; }
        public string? Label { get; set; }
        public VersionPart Part { get; set; }
        public int Source { get; set; } = CommitGraph.None;
        public bool Force { get; set; }
        public HashSet<VersionNumber> Alternatives { get; } = [];

        public string? LabelOf(MainlineCommit commit) =>
            BranchLabel.Of(commit.Effective(context.Configuration), commit.Branch.Plain, context.Environment);

        public void Take(string? label = null, bool? force = null) =>
            Result = (Result ?? Nothing).Then(
                new IncrementStep(Part, label ?? Label, force ?? Force, Alternatives.Max()),
                Source
            );

        public void Enter(MainlineCommit commit)
        {
            var rules = commit.Effective(context.Configuration);
            FindVersion(commit);
            Ask(commit, rules);
            if (commit.Before is { } before && !before.Branch.IsSame(commit.Branch))
                Label = null;
            Label ??= LabelOf(commit);
            if (rules.IsMainBranch)
                Source = commit.Before?.Commit ?? CommitGraph.None;
            Force |= rules.IsMainBranch || commit.Before?.Effective(context.Configuration).IsMainBranch == true;
        }

        public void Leave(MainlineCommit commit)
        {
            Version = null;
            if (!commit.Effective(context.Configuration).IsMainBranch)
                return;
            _isBranchSilent = false;
            Part = VersionPart.None;
            Label = null;
            Alternatives.Clear();
        }

        void FindVersion(MainlineCommit commit)
        {
            if (commit.Versions.Count == 0)
                return;
            var label =
                targetLabel
                ?? BranchLabel.Of(iteration.Effective(context.Configuration), commit.Branch.Plain, context.Environment)
                ?? LabelOf(commit);
            Version = commit.Versions.Where(version => version.Fits(label)).Max();
            Alternatives.UnionWith(commit.Versions.Where(version => !version.Fits(label)));
        }

        void Ask(MainlineCommit commit, EffectiveRules rules)
        {
            var asked =
                !commit.IsPlaceholder
                && (
                    rules.MessageIncrements == MessageIncrements.Enabled
                    || rules.MessageIncrements == MessageIncrements.MergeMessageOnly
                        && context.View.Graph.IsMerge(commit.Commit)
                )
                    ? context.View.Messages.Increments.GetValueOrDefault(commit.Commit)
                    : default;
            commit.Asked = asked.Part;
            if (asked.Resets)
            {
                Part = VersionPart.None;
                _isBranchSilent = true;
            }
            Part = Higher(Part, asked.Part);
            if (!_isBranchSilent)
                Part = Higher(Part, rules.Part);
        }
    }
}
