namespace Slipway.Releases;

/// <summary>What the strategies share: the configuration, the history, and those who find things in it.</summary>
sealed class CalculationContext(
    VersionConfiguration configuration,
    RepositoryView view,
    Func<string, string?> environment
)
{
    readonly List<Rejection> _rejections = [];

    public VersionConfiguration Configuration => configuration;
    public RepositoryView View => view;
    public Func<string, string?> Environment => environment;
    public TagFinder Tags { get; } = new(configuration, view);
    public MessageIncrementFinder MessageIncrements { get; } = new(view);
    public SourceBranches Sources { get; } = new(configuration, view);

    /// <summary>What was passed over so far.</summary>
    public IReadOnlyList<Rejection> Rejections => _rejections;

    public void Reject(VersionStrategies strategy, string source, string why) =>
        _rejections.Add(new Rejection(strategy, source, why));

    /// <summary>The label of the branch that is built, by the rules that hold for it.</summary>
    public string? LabelBy(EffectiveRules rules) => BranchLabel.Of(rules, view.Head.Name.Plain, environment);
}
