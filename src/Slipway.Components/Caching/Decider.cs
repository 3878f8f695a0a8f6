using Nuke.Common.Execution;
using Slipway.Workflows.Caching;
using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Caching.Store;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Components.Caching;

/// <summary>
/// Decides for each target once, before the first one runs: what is decided for a target and for those that it takes from
/// is said of the same files.
/// </summary>
/// <param name="stayedAway">Those whose turn has come and that were not run again.</param>
sealed class Decider(
    IHazCache build,
    CacheStore store,
    KeyContext context,
    Func<string, CachedTarget?> describe,
    IReadOnlySet<string> stayedAway
)
{
    readonly Dictionary<string, Decision> _decisions = new(StringComparer.Ordinal);
    readonly Dictionary<string, CacheKey> _keys = new(StringComparer.Ordinal);

    public Decision Of(string name)
    {
        if (!_decisions.TryGetValue(name, out var decision))
            _decisions.Add(name, decision = Decide(name));
        return decision;
    }

    /// <exception cref="CacheUnavailableException">Something about the inputs cannot be known.</exception>
    public List<Ingredient> IngredientsOf(string name) => context.IngredientsOf(Described(name), KeyOf);

    /// <exception cref="CacheUnavailableException">Something about the inputs cannot be known.</exception>
    public CacheKey KeyOf(string name)
    {
        if (!_keys.TryGetValue(name, out var key))
            _keys.Add(name, key = context.KeyOf(Described(name), KeyOf));
        return key;
    }

    CachedTarget Described(string name) =>
        describe(name) ?? throw new CacheUnavailableException($"{name} does not say what its results depend on.");

    Decision Decide(string name)
    {
        if (build.NoCache)
            return new Decision.Run("--no-cache");
        if (describe(name) is not { } target)
            return new Decision.Run("it does not say what its results depend on");
        try
        {
            if (target.IsMeans && IsNeededByNone(name))
                return new Decision.NotNeeded();
            if (WhyAlways(target) is { } objection)
                return new Decision.Run(objection);
            if (target.Taken.FirstOrDefault(taken => IsToRun(taken)) is { } running)
                return new Decision.Run($"it takes from {running}, which runs");
            return Find(target);
        }
        catch (Exception failure) when (failure is CacheUnavailableException || ExpectedFailures.Are(failure))
        {
            return new Decision.Run(failure.Message);
        }
    }

    Decision Find(CachedTarget target)
    {
        if (store.Find(KeyOf(target.Name), target.Name) is not { } entry)
            return new Decision.Run(Differences(target.Name));
        var outputs = Outputs(target);
        return outputs.Restore(entry, store, context.Hashes) is { } obstacle
            ? new Decision.Run(obstacle)
            : new Decision.Replay(entry);
    }

    public OutputFiles Outputs(CachedTarget target) =>
        new(
            build.RootDirectory,
            new PathPatterns(target.KeptPatterns),
            new PathPatterns(target.LeftPatterns),
            new PathPatterns(target.RootPatterns)
        );

    /// <summary>What its inputs do not tell, and those of the targets that it takes from.</summary>
    public string? WhyAlways(CachedTarget target) =>
        target
            .Objections.Select(objection => objection())
            .Concat(
                target.Taken.Select(taken =>
                    IsLeftOut(taken) ? $"it takes from {taken}, which is left out"
                    : describe(taken) is { } other ? WhyAlways(other)
                    : $"it takes from {taken}, which does not say what its results depend on"
                )
            )
            .FirstOrDefault(reason => reason is not null);

    /// <summary>The comparison costs a file: it is made for those who ask.</summary>
    IReadOnlyList<string> Differences(string name)
    {
        if (!build.Explain)
            return [];
        if (store.Last(name) is not { } last)
            return ["it has not succeeded before, as far as is known here"];
        var differences = Difference.Between(last, IngredientsOf(name));
        return differences.Count > 0 ? differences : ["its result is no longer kept"];
    }

    bool IsToRun(string name) => !IsLeftOut(name) && Of(name) is Decision.Run;

    /// <summary>
    /// By <c>--skip</c>, or because it is not among what was asked for. One that stays away because nothing has changed is
    /// not left out: NUKE gives no other reason for it than its condition. Where it keeps that reason, a summary of tests
    /// has their number: so it counts only of a target that has not run, nor had its turn.
    /// </summary>
    public bool IsLeftOut(string name) =>
        build.ExecutionPlan.FirstOrDefault(target => target.Name.Equals(name, StringComparison.Ordinal)) switch
        {
            null => true,
            { Status: ExecutionStatus.Skipped, Skipped: not null } => !stayedAway.Contains(name),
            _ => false,
        };

    /// <summary>Somebody needs it who runs, or it was asked for itself.</summary>
    bool IsNeededByNone(string name)
    {
        var target = build.ExecutionPlan.First(target => target.Name.Equals(name, StringComparison.Ordinal));
        return !target.Invoked && !Needs(target).Any();
    }

    IEnumerable<ExecutableTarget> Needs(ExecutableTarget target) =>
        build
            .ExecutionPlan.Where(user =>
                user.ExecutionDependencies.Contains(target)
                || user.Triggers.Contains(target)
                || target.TriggerDependencies.Contains(user)
            )
            .Where(user => !IsLeftOut(user.Name))
            .SelectMany(user =>
                user.Actions.Count > 0 ? Runs(user)
                : user.Invoked ? [user]
                : Needs(user)
            );

    IEnumerable<ExecutableTarget> Runs(ExecutableTarget user) => Of(user.Name) is Decision.Run ? [user] : [];
}
