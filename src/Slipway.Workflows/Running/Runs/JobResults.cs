using Slipway.Workflows.Model;
using Slipway.Workflows.Running.Scheduling;
using Schedule = Slipway.Workflows.Running.Scheduling.Schedule;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What jobs that are over hand to those that need them.</summary>
sealed class JobResults
{
    readonly Lock _lock = new();
    readonly Dictionary<string, Dictionary<string, string>> _outputs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of the legs of a matrix, the one that ends last counts; an empty value takes no other's place.</summary>
    public void Add(string job, IEnumerable<KeyValuePair<string, string>> outputs)
    {
        lock (_lock)
        {
            if (!_outputs.TryGetValue(job, out var all))
                _outputs[job] = all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, value) in outputs)
            {
                if (value.Length > 0 || !all.ContainsKey(name))
                    all[name] = value;
            }
        }
    }

    /// <summary><c>needs</c>.</summary>
    public MapValue NeedsOf(JobPlace place, Schedule schedule) =>
        Values.Map(
            place.Job.Needs.Select(need =>
                (need, (Value)Of(place.Scope.Prefix + need, schedule.Of(place.Scope.Prefix + need)))
            )
        );

    /// <summary><c>jobs</c>, for the outputs of a workflow that is called.</summary>
    public MapValue JobsOf(WorkflowScope scope, Schedule schedule) =>
        Values.Map(
            scope.Workflow.Jobs.Keys.Select(id => (id, (Value)Of(scope.Prefix + id, schedule.Of(scope.Prefix + id))))
        );

    MapValue Of(string key, Conclusion? conclusion)
    {
        lock (_lock)
        {
            return Values.Map(
                ("result", (conclusion ?? Conclusion.Skipped).Word()),
                ("outputs", Values.Texts(_outputs.GetValueOrDefault(key) ?? []))
            );
        }
    }

    /// <summary>What the status functions answer in a job's <c>if</c>: GitHub looks at every job in front of it.</summary>
    public static StatusFunctions StatusOf(string job, Schedule schedule)
    {
        var before = schedule.Ancestors(job).Select(schedule.Of).ToList();
        return new StatusFunctions(
            before.TrueForAll(end => end == Conclusion.Success),
            before.Contains(Conclusion.Failure),
            before.Contains(Conclusion.Cancelled)
        );
    }
}
