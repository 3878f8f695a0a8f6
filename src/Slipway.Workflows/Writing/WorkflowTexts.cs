using System.Text.RegularExpressions;
using Slipway.Workflows.Documents;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Writing;

/// <param name="Path">Its place, for example <c>jobs.build.steps[0].run</c>.</param>
/// <param name="Key">The last key on the way there.</param>
readonly partial record struct PlacedText(string Path, string Key, string Text)
{
    /// <summary>An expression even without <c>${{ }}</c>: the <c>if</c> of a job, a step or a snapshot, not a variable of that name.</summary>
    public bool IsCondition => Condition().IsMatch(Path);

    [GeneratedRegex(
        @"^jobs\.[^.[]+(\.steps\[\d+\]|\.snapshot)?\.if$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Condition();
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
