using FsCheck;
using FsCheck.Fluent;
using Slipway.Workflows.Audit;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Tests.Generators;
using Slipway.Workflows.Validation;
using Slipway.Workflows.Writing;

namespace Slipway.Workflows.Tests.Jobs;

[Collection(Judging.Name)]
public sealed class AnySpecTests(Judges judges)
{
    [Fact]
    public void Whatever_is_stated_gives_a_sound_workflow_or_says_what_is_wrong_and_where()
    {
        Prop.ForAll(AnySpec.Any.ToArbitrary(), IsSoundOrSaysWhy).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [SkippableFact]
    public void What_is_planned_passes_GitHubs_parser()
    {
        judges.Require();

        Prop.ForAll(AnyBuild.Valid.ToArbitrary(), Passes).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    static bool IsSoundOrSaysWhy(StatedBuild build)
    {
        try
        {
            var workflow = JobPlanner.Plan(build.Targets, build.Spec, Planned.Repository, Planned.Pins);
            return WorkflowValidator.Validate(workflow).Count == 0
                && WorkflowAudit.Check(workflow, "any.yml").Count == 0;
        }
        catch (GenerationException failure)
        {
            var places = build.Spec.Jobs.Select(job => job.Place).Append(build.Spec.Place);
            failure.Problems.Should().NotBeEmpty().And.OnlyContain(problem => places.Contains(problem.Place));
            failure.Problems.Should().OnlyContain(problem => problem.Remedy.Length > 0);
            return true;
        }
    }

    bool Passes(StatedBuild build)
    {
        var workflow = JobPlanner.Plan(build.Targets, build.Spec, Planned.Repository, Planned.Pins);
        var text = WorkflowWriter.Write(workflow, "./build.sh Workflows");
        judges.ParseAsync(text).GetAwaiter().GetResult().Errors.Should().BeEmpty("GitHub read\n{0}", text);
        return true;
    }
}
