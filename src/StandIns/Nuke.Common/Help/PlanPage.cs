using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Nuke.Common.Execution;

/// <summary>The page that shows all targets, how they relate, and which run for each of them. It needs no network.</summary>
internal static class PlanPage
{
    private const string Template = "plan.html";
    private const string DataMark = "/*DATA*/";

    public static string Render(
        IReadOnlyCollection<ExecutableTarget> targets,
        IReadOnlyCollection<ExecutableTarget> plan
    )
    {
        using var stream = typeof(PlanPage).Assembly.GetManifestResourceStream(Template)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace(DataMark, Data(targets, plan), StringComparison.Ordinal);
    }

    private static string Data(
        IReadOnlyCollection<ExecutableTarget> targets,
        IReadOnlyCollection<ExecutableTarget> plan
    )
    {
        // Planning marks the targets; the marks of this run are put back.
        var marks = targets.ToDictionary(x => x, x => (x.Invoked, x.Status));
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteNames(json, "plan", plan);
            json.WriteStartArray("targets");
            foreach (var target in targets)
            {
                json.WriteStartObject();
                json.WriteString("name", target.Name);
                json.WriteString("description", target.Description);
                json.WriteBoolean("listed", target.Listed);
                WriteNames(json, "needs", target.ExecutionDependencies);
                WriteNames(json, "after", target.OrderDependencies);
                WriteNames(json, "triggeredBy", target.TriggerDependencies);
                WriteNames(json, "plan", ExecutionPlanner.GetExecutionPlan(targets, [target.Name]));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        foreach (var (target, (invoked, status)) in marks)
            (target.Invoked, target.Status) = (invoked, status);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<ExecutableTarget> targets)
    {
        json.WriteStartArray(property);
        foreach (var target in targets)
            json.WriteStringValue(target.Name);
        json.WriteEndArray();
    }
}
