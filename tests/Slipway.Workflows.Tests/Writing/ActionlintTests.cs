using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Model;
using Slipway.Workflows.Tests.Generators;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Tests.Writing;

[Collection(Judging.Name)]
public sealed class ActionlintTests(Judges judges)
{
    [SkippableFact]
    public void Any_workflow_passes_actionlint()
    {
        judges.Require();

        Prop.ForAll(PlainWorkflow.Valid.ToArbitrary(), workflow => Passes(workflow))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [SkippableFact]
    public async Task What_is_wrong_does_not_pass()
    {
        judges.Require();

        var judgment = await judges.LintAsync(
            "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    needs: b\n    steps:\n      - run: ls\n"
        );

        judgment.Errors.Should().ContainSingle().Which.Should().Contain("needs job \"b\"");
    }

    bool Passes(Workflow workflow)
    {
        var text = WorkflowWriter.Write(AnyWorkflow.WithComments(workflow, "why: # so"), "./build.sh Workflows");
        judges.LintAsync(text).GetAwaiter().GetResult().Errors.Should().BeEmpty("actionlint read\n{0}", text);
        return true;
    }
}
