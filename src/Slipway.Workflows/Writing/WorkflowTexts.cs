using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Writing;

/// <param name="Path">Its place, for example <c>jobs.build.steps[0].run</c>.</param>
readonly record struct PlacedText(string Path, string Key, string Text)
{
    /// <summary>An expression even without <c>${{ }}</c>.</summary>
    public bool IsCondition => Key.Equals("if", StringComparison.Ordinal);
}

/// <summary>Every text of a workflow, with its place in the file that would be written.</summary>
static class WorkflowTexts
{
    public static IEnumerable<PlacedText> Of(Workflow workflow) => Of(WorkflowWriter.ToDocument(workflow), "", "");

    static IEnumerable<PlacedText> Of(Node node, string path, string key) =>
        node switch
        {
            Scalar { Kind: ScalarKind.Text } scalar => [new PlacedText(path, key, scalar.Text)],
            Sequence sequence => sequence.Items.SelectMany(
                (item, index) => Of(item, DocumentPaths.Join(path, index), key)
            ),
            Mapping mapping => mapping.Entries.SelectMany(entry =>
                Of(entry.Value, DocumentPaths.Join(path, entry.Key.Text), entry.Key.Text)
            ),
            _ => [],
        };
}
