using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;

namespace Slipway.Workflows.Writing;

/// <summary>Writes a workflow's file as a careful person would: one order, quotes only where YAML would bite.</summary>
public static class WorkflowWriter
{
    /// <param name="command">What generates the file, for its first line; for example <c>./build.sh Workflows</c>.</param>
    public static string Write(Workflow workflow, string command)
    {
        var header = $"{GeneratedFile.Marker}{command}: change what it is generated from, not this file.";
        var root = ToDocument(workflow) with
        {
            Comment = workflow.Comment is null ? header : $"{header}\n\n{workflow.Comment}",
        };
        return DocumentWriter.Write(root);
    }

    internal static Mapping ToDocument(Workflow workflow)
    {
        var entries = new EntryList()
            .Add("name", workflow.Name)
            .Add("run-name", workflow.RunName)
            .Add("on", TriggerNodes.Of(workflow.On))
            .Add("permissions", SettingNodes.Of(workflow.Permissions))
            .Add("env", workflow.Env)
            .Add("defaults", SettingNodes.Of(workflow.Defaults))
            .Add("concurrency", SettingNodes.Of(workflow.Concurrency))
            .Add("jobs", Jobs(workflow.Jobs))
            .ToMapping();
        return new Mapping([.. entries.Entries.Select(Apart)]);
    }

    /// <summary>The two names stand together at the top; everything else has an empty line above it.</summary>
    static MappingEntry Apart(MappingEntry entry) =>
        entry.Key.Text is "run-name" ? entry : entry with { Key = entry.Key with { BlankBefore = true } };

    static Mapping Jobs(ValueMap<Job> jobs) =>
        new([
            .. jobs.Select(
                (entry, index) =>
                    new MappingEntry(
                        new Scalar(entry.Key)
                        {
                            Comment = entry.Comment ?? entry.Value.Comment,
                            BlankBefore = index > 0,
                        },
                        JobNodes.Of(entry.Value)
                    )
            ),
        ]);
}
