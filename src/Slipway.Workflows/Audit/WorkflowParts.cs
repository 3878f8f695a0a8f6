using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;
using Slipway.Workflows.Validation;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Audit;

/// <param name="Path">Its place, for example <c>jobs.build.steps[0]</c>.</param>
readonly record struct Placed<T>(string Path, T Part);

/// <summary>What several rules look for in a workflow.</summary>
static class WorkflowParts
{
    public static IEnumerable<Placed<Job>> PlacedJobs(this Workflow workflow) =>
        workflow.Jobs.Select(entry => new Placed<Job>($"jobs.{entry.Key}", entry.Value));

    public static IEnumerable<Placed<RunnerJob>> RunnerJobs(this Workflow workflow) =>
        workflow.PlacedJobs().OfPart<Job, RunnerJob>();

    public static IEnumerable<Placed<CallJob>> CallJobs(this Workflow workflow) =>
        workflow.PlacedJobs().OfPart<Job, CallJob>();

    public static IEnumerable<Placed<Step>> Steps(this Placed<RunnerJob> job) =>
        job.Part.Steps.Select((step, index) => new Placed<Step>(DocumentPaths.Join($"{job.Path}.steps", index), step));

    public static IEnumerable<Placed<RunStep>> Scripts(this Placed<RunnerJob> job) =>
        job.Steps().OfPart<Step, RunStep>();

    public static IEnumerable<Placed<ActionStep>> Actions(this Placed<RunnerJob> job) =>
        job.Steps().OfPart<Step, ActionStep>();

    public static IEnumerable<Placed<ActionStep>> Actions(this Workflow workflow) =>
        workflow.RunnerJobs().SelectMany(job => job.Actions());

    static IEnumerable<Placed<TPart>> OfPart<T, TPart>(this IEnumerable<Placed<T>> parts)
        where TPart : T =>
        parts
            .Where(placed => placed.Part is TPart)
            .Select(placed => new Placed<TPart>(placed.Path, (TPart)placed.Part!));

    public static bool IsAction(this ActionStep step, string name) =>
        step.Uses.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public static bool StartsOn(this Workflow workflow, string name) =>
        workflow.On.Any(trigger => trigger.Event.Equals(name, StringComparison.Ordinal));

    /// <summary>Every expression of the workflow that parses, with the place of its text.</summary>
    public static IEnumerable<Placed<Expression>> PlacedExpressions(this Workflow workflow) =>
        WorkflowTexts
            .Of(workflow)
            .SelectMany(text => Parse(text).Select(found => new Placed<Expression>(text.Path, found.Expression)));

    /// <summary>The same, of conditions only.</summary>
    public static IEnumerable<Placed<Expression>> PlacedConditions(this Workflow workflow) =>
        WorkflowTexts
            .Of(workflow)
            .Where(text => text.IsCondition)
            .SelectMany(text => Parse(text).Select(found => new Placed<Expression>(text.Path, found.Expression)));

    /// <summary>What the expressions of a text read; nothing when it does not parse.</summary>
    public static IEnumerable<string> ReferencesOf(string text) =>
        Parse(new PlacedText("", "", text)).SelectMany(found => References.Of(found.Expression));

    /// <summary>What an <c>if</c> reads; nothing when it does not parse.</summary>
    public static IEnumerable<string> ConditionReferencesOf(string condition) =>
        Parse(new PlacedText("jobs.a.if", "if", condition)).SelectMany(found => References.Of(found.Expression));

    /// <summary>GitHub refuses what does not parse; it cannot harm.</summary>
    static IReadOnlyList<Placeholder> Parse(PlacedText text)
    {
        try
        {
            return WorkflowValidator.Parse(text);
        }
        catch (ExpressionException)
        {
            return [];
        }
    }
}
