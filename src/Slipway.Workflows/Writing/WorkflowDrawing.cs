using System.Text;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Writing;

/// <summary>A workflow's jobs as a Mermaid drawing (mermaid.js.org, "Flowcharts"), which GitHub shows in Markdown.</summary>
public static class WorkflowDrawing
{
    /// <param name="id">The file's name without its ending.</param>
    /// <returns>Markdown: a heading, what starts the workflow, the drawing.</returns>
    public static string Of(string id, Workflow workflow)
    {
        var text = new StringBuilder();
        text.Append("### ").Append(id).Append("\n\n");
        text.Append("On ").AppendJoin(", ", workflow.On.Select(Trigger)).Append(".\n\n");
        text.Append("```mermaid\nflowchart LR\n");
        foreach (var (job, value, _) in workflow.Jobs)
            text.Append("  ").Append(job).Append(Box(job, value)).Append('\n');
        foreach (var (job, value, _) in workflow.Jobs)
        {
            foreach (var need in value.Needs)
                text.Append("  ").Append(need).Append(" --> ").Append(job).Append('\n');
        }

        return text.Append("```\n").ToString();
    }

    static string Trigger(Trigger trigger) =>
        trigger switch
        {
            ScheduleTrigger schedule =>
                $"a schedule (`{string.Join("`, `", schedule.Schedules.Select(one => one.Cron))}`)",
            EventTrigger { Branches: { Count: > 0 } branches } => $"{trigger.Event} to {string.Join(", ", branches)}",
            _ => trigger.Event,
        };

    /// <summary>A job in an environment is drawn as a stadium, with the environment's name.</summary>
    static string Box(string id, Job job)
    {
        var name = Quoted(job.Name ?? id);
        return job is RunnerJob { Environment: { } environment }
            ? $"([\"{name}<br/>{Quoted(environment.Name)}\"])"
            : $"[\"{name}\"]";
    }

    /// <summary>Within quotes Mermaid takes entities, and nothing else, for what would end them.</summary>
    static string Quoted(string text) =>
        text.Replace("#", "#35;", StringComparison.Ordinal)
            .Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "#lt;", StringComparison.Ordinal)
            .Replace(">", "#gt;", StringComparison.Ordinal);
}
