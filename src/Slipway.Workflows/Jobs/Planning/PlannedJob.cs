namespace Slipway.Workflows.Jobs.Planning;

/// <summary>One job, before it is written.</summary>
/// <param name="Heads">What it is there for, in order; no other job has them.</param>
/// <param name="Targets">All that it runs, in order: the heads, and what is folded into them.</param>
/// <param name="Spec">What is stated of it; null when nothing is.</param>
sealed record PlannedJob(IReadOnlyList<TargetFacts> Heads, IReadOnlyList<TargetFacts> Targets, JobSpec? Spec)
{
    public string Id { get; } = Casing.Kebab(Heads[0].Name);

    /// <summary>The reusable workflow that has its steps; null when they are its own.</summary>
    public string? Called => Spec?.ReusableWorkflow;

    /// <summary>It runs whatever has happened before.</summary>
    public bool IsAssured { get; } = Heads.All(target => target.AssuredAfterFailure);

    /// <summary>Others go on after it has failed.</summary>
    public bool MayFail { get; } = Heads.All(target => target.ProceedAfterFailure);

    public bool Equals(PlannedJob? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
