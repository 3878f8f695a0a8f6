using System.Globalization;
using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;
using Slipway.Workflows.Running.Scheduling;
using Schedule = Slipway.Workflows.Running.Scheduling.Schedule;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What a job turns out to be once its needs are over.</summary>
/// <param name="github">As every job of the run has it.</param>
/// <param name="called">The workflows that are called, by what <c>uses</c> says.</param>
sealed class JobResolver(
    MapValue github,
    Func<string, string?> variable,
    IReadOnlyDictionary<string, WorkflowFile> called
)
{
    /// <param name="needs"><c>needs</c>.</param>
    /// <param name="status">What has come of all jobs in front of it.</param>
    public (Resolution Resolution, IReadOnlyList<LegPlan> Plans) Resolve(
        JobPlace place,
        MapValue needs,
        StatusFunctions status
    )
    {
        try
        {
            return Find(place, needs, status);
        }
        catch (Exception failure) when (failure is ExpressionException or EvaluationException or WorkflowException)
        {
            return (new NotPossible(failure.Message), []);
        }
    }

    /// <summary>What expressions of a workflow read before any job.</summary>
    public Contexts ContextsOf(WorkflowScope scope) =>
        new()
        {
            GitHub = github,
            Inputs = scope.Inputs,
            Vars = Values.Map(
                NamedValues.Of(scope.Workflow, "vars").Select(name => (name, (Value)(variable(name) ?? "")))
            ),
        };

    (Resolution, IReadOnlyList<LegPlan>) Find(JobPlace place, MapValue needs, StatusFunctions status)
    {
        var scope = new EvaluationScope(ContextsOf(place.Scope) with { Needs = needs }) { Status = status };
        if (!TemplateEvaluator.Holds(place.Job.If, scope))
            return (new NotWanted(WhyNot(place.Job, status)), []);
        var strategy = place.Job.Strategy;
        var combinations = strategy?.Matrix is { } matrix ? MatrixReader.Read(matrix, scope) : null;
        var failFast = Flag(strategy?.FailFast, scope) ?? true;
        var maxParallel = Number(strategy?.MaxParallel, scope);
        var legs = new List<Leg>();
        var plans = new List<LegPlan>();
        foreach (
            var (index, combination) in (
                combinations
                ??
                [
                    [],
                ]
            ).Index()
        )
        {
            var total = combinations?.Count ?? 1;
            var contexts = scope.Contexts with
            {
                Matrix = combinations is null ? null : new MapValue(combination),
                Strategy = Values.Map(
                    ("fail-fast", failFast),
                    ("job-index", index),
                    ("job-total", total),
                    ("max-parallel", maxParallel ?? total)
                ),
            };
            var (leg, plan) = Plan(place, contexts, UniqueName(combination, legs));
            legs.Add(leg);
            plans.Add(plan);
        }
        return (new Legs(legs, failFast, maxParallel), plans);
    }

    (Leg, LegPlan) Plan(JobPlace place, Contexts contexts, string name)
    {
        var scope = new EvaluationScope(contexts);
        var leg = new Leg(name)
        {
            ContinuesOnError = place.Job is RunnerJob runner && (Flag(runner.ContinueOnError, scope) ?? false),
            Concurrency = ClaimOf(place.Job.Concurrency, scope),
        };
        var key = Schedule.LegKey(place.Key, leg);
        var usual = name.Length == 0 ? place.Id : $"{place.Id} ({name})";
        var title =
            place.Scope.TitlePrefix + (place.Job.Name is { } stated ? TemplateEvaluator.Text(stated, scope) : usual);
        var inner = place.Job is CallJob call ? Called(call, key, title, contexts, place) : null;
        return (
            leg with
            {
                Calls = inner?.Workflow.Jobs.Select(job => new JobNode(job.Key, job.Value.Needs)).ToList(),
            },
            new LegPlan(key, title, place, contexts, inner) { ContinuesOnError = leg.ContinuesOnError }
        );
    }

    public static Claim? ClaimOf(Concurrency? concurrency, EvaluationScope scope) =>
        concurrency is null
            ? null
            : new Claim(
                TemplateEvaluator.Text(concurrency.Group, scope),
                Flag(concurrency.CancelInProgress, scope) ?? false,
                concurrency.Queue == QueueSize.Max
            );

    WorkflowScope Called(CallJob call, string key, string title, Contexts contexts, JobPlace place)
    {
        var caller = place.Scope;
        if (!called.TryGetValue(call.Uses.Name, out var file))
            throw new WorkflowException(
                $"it calls {call.Uses}, and only workflows of this repository can be called here"
            );
        var scope = new EvaluationScope(
            contexts with
            {
                Secrets = Values.Map(
                    NamedValues
                        .Of(caller.Workflow, "secrets")
                        .Select(name => (name, (Value)(caller.Secrets(name) ?? "")))
                ),
            }
        );
        var given = call.With.ToDictionary(
            entry => entry.Key,
            entry => entry.Value is TextValue text ? TemplateEvaluator.Value(text.Text, scope) : entry.Value,
            StringComparer.OrdinalIgnoreCase
        );
        var secrets = call.Secrets?.Values.ToDictionary(
            entry => entry.Key,
            entry =>
                entry.Value is TextValue text
                    ? TemplateEvaluator.Text(text.Text, scope)
                    : Coercions.ToText(entry.Value),
            StringComparer.OrdinalIgnoreCase
        );
        return new WorkflowScope(
            file,
            Schedule.InnerKey(key, ""),
            $"{title} / ",
            WorkflowInputs.Of(file.Workflow.On.OfType<CallTrigger>().First().Inputs, given),
            place.Needs,
            call.Secrets is { Inherit: true } ? caller.Secrets : name => secrets?.GetValueOrDefault(name)
        );
    }

    static string WhyNot(Job job, StatusFunctions status) =>
        job.If is { } condition && (status.Success || TemplateEvaluator.AsksStatus(condition))
            ? $"its if is false: {condition}"
            : "a job that it needs did not succeed";

    static bool? Flag(Expressible<bool>? stated, EvaluationScope scope) =>
        stated is null ? null
        : stated.Expression is { } expression ? Coercions.IsTrue(TemplateEvaluator.Value(expression, scope))
        : stated.Literal;

    public static int? Number(Expressible<int>? stated, EvaluationScope scope)
    {
        if (stated?.Expression is not { } expression)
            return stated?.Literal;
        var number = Coercions.ToNumber(TemplateEvaluator.Value(expression, scope));
        return number is >= 1 and <= int.MaxValue
            ? (int)number
            : throw new WorkflowException($"{expression} is no number above 0");
    }

    /// <summary>The values, as GitHub shows them; a number tells apart what shows alike.</summary>
    static string UniqueName(ValueMap<Value> combination, List<Leg> before)
    {
        var name = string.Join(", ", combination.Values.SelectMany(Shown));
        var count = before.Count(leg => leg.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return combination.Count == 0 || (name.Length > 0 && count == 0)
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{name} #{before.Count + 1}").TrimStart();
    }

    static IEnumerable<string> Shown(Value value) =>
        value switch
        {
            ListValue list => list.Items.SelectMany(Shown),
            MapValue map => map.Entries.Values.SelectMany(Shown),
            _ => [Coercions.ToText(value)],
        };
}
