using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;
using Slipway.Workflows.Tests.Generators;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Tests.Writing;

/// <summary>What is written says what was meant, to GitHub's own parser and to ours.</summary>
[Collection(Judging.Name)]
public sealed class RoundTripTests(Judges judges)
{
    static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(100);

    [SkippableFact]
    public void Any_workflow_comes_back_the_same_from_GitHubs_parser()
    {
        judges.Require();

        Prop.ForAll(
                AnyWorkflow.Valid.ToArbitrary(),
                Texts.Any.ToArbitrary(),
                (workflow, comment) => ComesBackFromGitHub(workflow, comment)
            )
            .Check(Runs);
    }

    [Fact]
    public void Any_workflow_comes_back_the_same_from_our_reader() =>
        Prop.ForAll(
                AnyWorkflow.Valid.ToArbitrary(),
                Texts.Any.ToArbitrary(),
                (workflow, comment) => ComesBackFromOurReader(workflow, comment)
            )
            .Check(Runs);

    bool ComesBackFromGitHub(Workflow workflow, string comment)
    {
        var text = Write(workflow, comment);
        var judgment = judges.ParseAsync(text).GetAwaiter().GetResult();
        judgment.Errors.Should().BeEmpty("GitHub takes\n{0}", text);
        Same(WorkflowReader.FromDocument(JudgedTree.ToDocument(judgment.Tree), "workflow.yml"), workflow, text);
        return true;
    }

    static bool ComesBackFromOurReader(Workflow workflow, string comment)
    {
        var text = Write(workflow, comment);
        Same(WorkflowReader.Read(text, "workflow.yml").Workflow, workflow, text);
        return true;
    }

    static string Write(Workflow workflow, string comment) =>
        WorkflowWriter.Write(AnyWorkflow.WithComments(workflow, comment), "./build.sh Workflows");

    /// <summary>Says the first line that differs when both are written again, and the file around it.</summary>
    static void Same(Workflow actual, Workflow expected, string text)
    {
        if (actual == expected)
            return;
        var (read, meant) = (Write(actual, "").Split('\n'), Write(expected, "").Split('\n'));
        var line = read.Zip(meant).TakeWhile(pair => pair.First == pair.Second).Count();
        read.ElementAtOrDefault(line).Should().Be(meant.ElementAtOrDefault(line), "it was written as\n{0}", text);
        throw new InvalidOperationException($"They differ in what is not written:\n{text}");
    }
}
