using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Reading;

/// <summary>A workflow with the places of its parts in the file that it was read from.</summary>
public sealed record WorkflowFile(string Path, Workflow Workflow, DocumentPaths Places);

/// <summary>
/// Reads workflows that people wrote into the model that <see cref="Writing.WorkflowWriter"/> writes. Comments are not
/// kept.
/// </summary>
public static class WorkflowReader
{
    /// <param name="path">The file's, for messages.</param>
    /// <exception cref="WorkflowException">It is not YAML, or no workflow: where, what and what is expected.</exception>
    public static WorkflowFile Read(string text, string path)
    {
        var root = DocumentReader.Read(text, path);
        return new WorkflowFile(path, FromDocument(root, path), new DocumentPaths(root));
    }

    internal static Workflow FromDocument(Mapping root, string file)
    {
        var fields = new Fields(file, root, "");
        var workflow = new Workflow
        {
            Name = fields.Text("name"),
            RunName = fields.Text("run-name"),
            On = TriggerReader.Read(fields, fields.Require("on")),
            Permissions = SettingReader.Permissions(fields),
            Env = fields.TextMap("env"),
            Defaults = SettingReader.Defaults(fields),
            Concurrency = SettingReader.Concurrency(fields),
            Jobs = fields.MapOf(
                fields.Require("jobs"),
                "jobs",
                (id, node) => JobReader.Read(fields.Inner(node, $"jobs.{id}"))
            ),
        };
        fields.Done();
        return workflow;
    }
}
