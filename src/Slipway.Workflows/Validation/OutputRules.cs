using Slipway.Workflows.Expressions;
using Slipway.Workflows.Model;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Validation;

/// <summary>What a job takes of others must be there: GitHub reads what is not as an empty text.</summary>
static class OutputRules
{
    public static IEnumerable<Problem> Check(ValueMap<Job> jobs) =>
        jobs.SelectMany(entry =>
            WorkflowTexts
                .Of(new Workflow { On = [], Jobs = [entry] })
                .SelectMany(text => Read(text).Select(path => Check(path, text.Path, entry.Value, jobs)))
                .OfType<Problem>()
        );

    static IEnumerable<string> Read(PlacedText text)
    {
        try
        {
            return WorkflowValidator
                .Parse(text)
                .SelectMany(placeholder => References.Of(placeholder.Expression))
                .Distinct(StringComparer.Ordinal);
        }
        catch (ExpressionException)
        {
            // That it does not parse is another problem.
            return [];
        }
    }

    static Problem? Check(string reference, string place, Job job, ValueMap<Job> jobs)
    {
        if (reference.Split('.') is not ["needs", var id, .. var rest] || id is "*")
            return null;
        if (!job.Needs.Contains(id, StringComparer.OrdinalIgnoreCase))
            return new Problem(place, $"it reads from the job '{id}', which is not in the job's needs");
        return
            rest is ["outputs", var output]
            && output is not "*"
            && jobs.Find(id) is RunnerJob needed
            && !needed.Outputs.ContainsKey(output)
            ? new Problem(place, $"the job '{id}' has no output '{output}'")
            : null;
    }
}
