using System.Globalization;
using System.Runtime.CompilerServices;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;
using Slipway.Workflows.Caching;
using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Caching.Store;
using Slipway.Workflows.Caching.Trees;

namespace Slipway.Components.Caching;

/// <summary>The result cache of one run of a build: it decides, replays, and keeps what succeeded.</summary>
sealed class ResultCache
{
    static readonly ConditionalWeakTable<INukeBuild, ResultCache> Caches = [];

    readonly IHazCache _build;
    readonly Dictionary<string, Func<CachedTarget, CachedTarget>> _descriptions = new(StringComparer.Ordinal);
    readonly List<CacheEntry> _replayed = [];
    readonly List<string> _notNeeded = [];
    readonly HashSet<string> _stayedAway = new(StringComparer.Ordinal);
    CacheStore? _store;
    FileHashes? _hashes;
    Decider? _decider;
    RecordMark _mark;

    ResultCache(IHazCache build) => _build = build;

    /// <summary>Set by the attribute that hears what becomes of targets; without it nothing is kept or replayed.</summary>
    public bool IsActive { get; set; }

    static TimeProvider Time => TimeProvider.System;

    CacheStore Store => _store ??= new CacheStore(_build.CacheDirectory, Time);

    FileHashes Hashes => _hashes ??= new FileHashes(Store.HashesOf(_build.RootDirectory), Time);

    Decider Decider => _decider ??= NewDecider();

    public static ResultCache Of(IHazCache build) => Caches.GetValue(build, key => new ResultCache((IHazCache)key));

    public void Add(string target, Func<CachedTarget, CachedTarget> describe) => _descriptions[target] = describe;

    /// <summary>False: the target stays away.</summary>
    public bool IsToRun(string name)
    {
        if (!IsActive || Decider.IsLeftOut(name))
            return true;
        return Decider.Of(name) is Decision.Run;
    }

    public void OnRunning(ExecutableTarget target)
    {
        if (!_descriptions.ContainsKey(target.Name))
            return;
        var record = RunRecord.Of(_build);
        record.WhyNotToKeep = null;
        _mark = record.Mark();
        if (Decider.Of(target.Name) is Decision.Run run && _build.Explain)
        {
            foreach (var reason in run.Reasons)
                Log.Information("{Target:l} runs: {Reason:l}", target.Name, reason);
        }

        // So that it is known from before, where the decision needed none.
        TryKey(Decider, target.Name);
    }

    /// <summary>Keeps what the target has found and left, if nothing that it depends on has changed meanwhile.</summary>
    public void OnSucceeded(ExecutableTarget target)
    {
        if (!_descriptions.ContainsKey(target.Name))
            return;
        var why = Keep(target);
        if (why is not null && _build.Explain)
            Log.Information("{Target:l} is not kept: {Why:l}", target.Name, why);
    }

    public void OnSkipped(ExecutableTarget target)
    {
        if (!IsDecidedHere(target))
            return;
        _stayedAway.Add(target.Name);
        SumUp(target);
        switch (Decider.Of(target.Name))
        {
            case Decision.Replay { Entry: var entry }:
                _replayed.Add(entry);
                RunRecord.Of(_build).Replays.Add(entry);
                Tell(entry);
                Describe(target.Name)!.AfterReplay.ForEach(work => work());
                break;
            case Decision.NotNeeded:
                _notNeeded.Add(target.Name);
                if (_build.Explain)
                    Log.Information("{Target:l} stays away: no target that runs needs it", target.Name);
                break;
        }
    }

    /// <summary>
    /// NUKE tells nobody of the targets behind one that failed: for those that would have stayed away its summary has but the
    /// words of their condition, which say what was decided of none.
    /// </summary>
    public void OnFailed()
    {
        foreach (var target in _build.ExecutionPlan.Where(target => target.Status == ExecutionStatus.Skipped))
        {
            if (!IsDecidedHere(target))
                continue;
            _stayedAway.Add(target.Name);
            SumUp(target);
        }
    }

    public void OnFinished()
    {
        _hashes?.Save();
        if (_replayed.Count == 0)
            return;
        Log.Information(
            "Not run again, for nothing has changed: {Targets:l}. That saved {Time:l}; --no-cache runs everything",
            string.Join(", ", _replayed.Select(entry => entry.Target).Concat(_notNeeded)),
            Seconds(_replayed.Aggregate(TimeSpan.Zero, (sum, entry) => sum + entry.Duration))
        );
    }

    bool IsDecidedHere(ExecutableTarget target) =>
        IsActive && _descriptions.ContainsKey(target.Name) && !Decider.IsLeftOut(target.Name);

    /// <summary>Why it stays away, in the summary of the build.</summary>
    void SumUp(ExecutableTarget target)
    {
        var decision = Decider.Of(target.Name);
        if (decision is Decision.Run)
            return;
        target.SummaryInformation.Clear();
        if (decision is not Decision.Replay { Entry: var entry })
        {
            target.SummaryInformation["Not needed"] = "by any target that runs";
            return;
        }

        foreach (var (name, value) in entry.Summary)
            target.SummaryInformation[name] = value;
        target.SummaryInformation["Unchanged since"] = entry.Made.UtcDateTime.ToString(
            "yyyy-MM-dd HH:mm 'UTC'",
            CultureInfo.InvariantCulture
        );
    }

    void Tell(CacheEntry entry) =>
        Log.Information(
            "{Target:l}: {Unchanged:l}, {Time:l} saved{Explained:l}",
            entry.Target,
            Replays.Unchanged(entry.Made),
            Seconds(entry.Duration),
            _build.Explain ? "; nothing that it depends on has changed" : ""
        );

    /// <returns>Null: it is kept, or is kept already; else why not.</returns>
    string? Keep(ExecutableTarget target)
    {
        if (TryKey(Decider, target.Name) is not { } before)
            return "what it depends on is not known";
        var description = Describe(target.Name)!;
        var record = RunRecord.Of(_build);
        var findings = record.Since(_mark);
        var objection = record.WhyNotToKeep ?? findings.WhyNotToKeep(LastingSkips) ?? Decider.WhyAlways(description);
        if (objection is not null)
            return objection;
        // Looked at anew: somebody may have gone on working.
        var after = NewDecider();
        if (TryKey(after, target.Name) != before)
            return "something that it depends on has changed while it ran";
        try
        {
            var entry = new CacheEntry
            {
                Key = before,
                Target = target.Name,
                Made = Time.GetUtcNow(),
                Duration = target.Duration,
                Summary = [.. target.SummaryInformation],
                Findings = findings.Write(),
            };
            if (Store.Keep(after.Outputs(description).Take(entry, Store), after.IngredientsOf(target.Name)) is { } why)
                return Complain(why);
            Store.Trim();
            return null;
        }
        catch (Exception failure) when (ExpectedFailures.Are(failure))
        {
            return Complain(failure.Message);
        }
    }

    IReadOnlyList<string> LastingSkips => (_build as IHazBackend)?.Backend.LastingSkips ?? [];

    string Complain(string why)
    {
        Log.Warning("The result could not be kept for the next run: {Why:l}", why);
        return why;
    }

    Decider NewDecider() =>
        new(_build, Store, new KeyContext(_build.RootDirectory, Hashes, Time), Describe, _stayedAway);

    CachedTarget? Describe(string name) =>
        _descriptions.TryGetValue(name, out var describe)
            ? describe(
                new CachedTarget(name, _build.RootDirectory).Parameter(
                    () => $"{_build.Partition.Part}/{_build.Partition.Total}",
                    "partition"
                )
            )
            : null;

    static CacheKey? TryKey(Decider decider, string name)
    {
        try
        {
            return decider.KeyOf(name);
        }
        catch (Exception failure) when (failure is CacheUnavailableException || ExpectedFailures.Are(failure))
        {
            return null;
        }
    }

    static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
