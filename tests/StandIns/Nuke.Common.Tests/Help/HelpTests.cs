using System.Text.Json;
using Nuke.Common.Execution;
using static Nuke.Common.Tests.RunningBuild;

namespace Nuke.Common.Tests.Help;

[Collection(OneBuildAtATime.Name)]
public class HelpTests
{
    [Fact]
    public void Help_lists_targets_and_parameters_and_runs_nothing()
    {
        var (exitCode, output) = Run<Build>(["--help"], x => x.Test);

        exitCode.Should().Be(0);
        Trace.Should().BeEmpty();
        output.Should().Contain("  Compile\n    Makes it\n").And.Contain("  Test (default)       -> Compile\n");
        output.Should().NotContain("Internal").And.MatchRegex(@"--api-key\s+The key of the API\.");
        output.Should().Contain("Default: 'Test'.");
    }

    [Fact]
    public void Without_a_default_target_and_with_nothing_asked_for_help_is_shown()
    {
        var (exitCode, output) = Run<Build>([]);

        exitCode.Should().Be(0);
        output.Should().Contain("Targets (with their direct dependencies):");
    }

    [Fact]
    public void Long_descriptions_are_wrapped_to_the_terminal_at_words()
    {
        var text = HelpText.OfParameters(new Build(), [], columns: 50);

        text.Split('\n').Should().OnlyContain(x => x.Length <= 50);
        text.Should().Contain("A description that is long\n");
    }

    [Fact]
    public void The_plan_is_written_as_a_page_and_nothing_runs()
    {
        var (exitCode, output) = Run<Build>(["Test", "--plan"]);

        exitCode.Should().Be(0);
        Trace.Should().BeEmpty();
        output.Should().Contain("  Compile\n  Test\n");
        var page = File.ReadAllText(Root / ".nuke" / "temp" / "execution-plan.html");
        PlanOf(page).Should().Equal("Compile", "Test");
    }

    [Fact]
    public void The_page_tells_for_each_target_what_runs_for_it_and_leaves_the_targets_as_they_were()
    {
        var targets = ExecutableTargetFactory.CreateAll(new Build());
        var plan = ExecutionPlanner.GetExecutionPlan(targets, ["Compile"]);

        var page = PlanPage.Render(targets, plan);

        using var data = DataOf(page);
        var test = data
            .RootElement.GetProperty("targets")
            .EnumerateArray()
            .Single(x => x.GetProperty("name").ValueEquals("Test"));
        test.GetProperty("plan").EnumerateArray().Select(x => x.GetString()).Should().Equal("Compile", "Test");
        targets.Where(x => x.Invoked).Should().ContainSingle(x => x.Name == "Compile");
    }

    private static IEnumerable<string?> PlanOf(string page)
    {
        using var data = DataOf(page);
        return [.. data.RootElement.GetProperty("plan").EnumerateArray().Select(x => x.GetString())];
    }

    private static JsonDocument DataOf(string page)
    {
        var start = page.IndexOf("const data = ", StringComparison.Ordinal) + "const data = ".Length;
        return JsonDocument.Parse(page[start..page.IndexOf(";\n", start, StringComparison.Ordinal)]);
    }

#pragma warning disable CS0649 // The engine sets them.
    private sealed class Build : NukeBuild
    {
        [Parameter("The key of the API.")]
        readonly string? ApiKey;

        [Parameter("A description that is long enough to need more than one line wherever it is shown.")]
        readonly string? Long;

        Target Compile => _ => _.Description("Makes it").Executes(() => Trace.Add($"Compile {ApiKey} {Long}"));
        public Target Test => _ => _.DependsOn(Compile).Executes(() => Trace.Add("Test"));
        Target Internal => _ => _.Unlisted().Executes(() => { });
    }
#pragma warning restore CS0649
}
