using Slipway.Workflows.Running.Scheduling;

namespace Slipway.Workflows.Tests.Running.Scheduling;

/// <summary>Plays a run to its end, and looks at every state on the way.</summary>
sealed class PlayedRun
{
    const int MostEvents = 2000;

    readonly AnyRun _run;
    readonly Random _random;
    readonly List<string> _resolving = [];
    readonly HashSet<string> _cancelling = [];
    Schedule _schedule;

    PlayedRun(AnyRun run)
    {
        _run = run;
        _random = new Random(run.Seed);
        (_schedule, var commands) = Schedule.Begin(run.Jobs, run.Places);
        Obey(commands);
    }

    public Dictionary<string, IReadOnlyList<string>> Needs { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, List<Conclusion>> Concluded { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Leg> Legs { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Resolution> Resolutions { get; } = new(StringComparer.Ordinal);
    public List<string> Running { get; } = [];
    public List<string> Problems { get; } = [];

    public static PlayedRun ToItsEnd(AnyRun run)
    {
        var played = new PlayedRun(run);
        played.Play();
        return played;
    }

    void Play()
    {
        foreach (var job in _run.Jobs)
            Needs[job.Id] = job.Needs;
        for (var count = 0; !_schedule.IsOver; count++)
        {
            if (count == MostEvents)
                throw new InvalidOperationException("It goes on for ever.");
            if (count == _run.CancelAt)
                Tell(new CancelAll());
            else if (Next() is { } happened)
                Tell(happened);
            else if (!_schedule.IsOver)
                throw new InvalidOperationException("Nothing is under way, and it is not over: a deadlock.");
        }
    }

    RunEvent? Next()
    {
        var at = _random.Next(Math.Max(1, _resolving.Count + Running.Count));
        if (at < _resolving.Count)
        {
            var job = _resolving[at];
            _resolving.RemoveAt(at);
            return new Resolved(job, Resolutions[job] = AnyRun.Resolve(_random, job));
        }
        if (Running.Count == 0)
            return null;
        var leg = Running[at - _resolving.Count];
        Running.Remove(leg);
        var end = _cancelling.Remove(leg) ? Conclusion.Cancelled : AnyEnd();
        return new Ended(leg, end);
    }

    Conclusion AnyEnd() =>
        _random.Next(8) switch
        {
            0 or 1 => Conclusion.Failure,
            2 => Conclusion.Waiting,
            _ => Conclusion.Success,
        };

    void Tell(RunEvent happened)
    {
        (_schedule, var commands) = _schedule.After(happened);
        Obey(commands);
    }

    void Obey(IReadOnlyList<RunCommand> commands)
    {
        foreach (var command in commands)
        {
            switch (command)
            {
                case Resolve resolve:
                    if (Needs.GetValueOrDefault(resolve.Job)?.Any(need => !Concluded.ContainsKey(need)) ?? false)
                        Problems.Add($"{resolve.Job} before its needs");
                    _resolving.Add(resolve.Job);
                    break;
                case Start start:
                    Begin(start.Leg);
                    break;
                case Cancel cancel:
                    _cancelling.Add(cancel.Leg);
                    break;
                case Conclude conclude:
                    if (!Concluded.TryGetValue(conclude.Job, out var ends))
                        Concluded[conclude.Job] = ends = [];
                    ends.Add(conclude.Conclusion);
                    break;
            }
        }
        if (Running.Count > _run.Places)
            Problems.Add($"{Running.Count} at once, with {_run.Places} places");
        var groups = Running.Select(leg => Find(leg).Concurrency?.Group).OfType<string>().ToList();
        if (groups.Count != groups.Distinct(StringComparer.Ordinal).Count())
            Problems.Add($"two of a concurrency group at once: {string.Join(", ", Running)}");
        foreach (var (job, resolution) in Resolutions)
        {
            if (
                resolution is Legs { MaxParallel: { } most } legs
                && legs.All.Count(leg => Running.Contains(Schedule.LegKey(job, leg))) > most
            )
                Problems.Add($"{job} runs more than {most} at once");
        }
    }

    void Begin(string key)
    {
        var leg = Find(key);
        if (leg.Calls is not { } calls)
        {
            Running.Add(key);
            return;
        }
        foreach (var job in calls)
            Needs[Schedule.InnerKey(key, job.Id)] = [.. job.Needs.Select(need => Schedule.InnerKey(key, need))];
    }

    Leg Find(string key) =>
        Resolutions
            .SelectMany(entry =>
                entry.Value is Legs legs ? legs.All.Select(leg => (Key: Schedule.LegKey(entry.Key, leg), leg)) : []
            )
            .First(entry => string.Equals(entry.Key, key, StringComparison.Ordinal))
            .leg;
}
