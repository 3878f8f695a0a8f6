using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Slipway.Components.Ci;
using Slipway.Testing;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;

namespace Slipway.Components.Tests.Ci;

public sealed class WorkflowCommandTests : IDisposable
{
    const string Page = "# Mine, with `<!-- /workflows -->`\n\n<!-- workflows -->\n<!-- /workflows -->\n\nThe end.\n";

    static readonly TargetFacts[] s_targets = [new("Compile"), new("Test") { DependsOn = ["Compile"] }, new("Lint")];

    readonly TempDirectory _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void What_is_written_is_what_the_check_wants()
    {
        _root.Write("docs/ci.md", Page);
        var build = new WorkflowBuild(_root.Path, Spec("ci"), Spec("nightly")) { WorkflowPage = "docs/ci.md" };

        WorkflowCommand.Run(build, s_targets);
        var written = build.Summary["Written"];
        WorkflowCommand.Run(build, s_targets);
        build.Check = true;
        WorkflowCommand.Run(build, s_targets);

        written.Should().Be("3");
        build.Summary.Should().Contain("Written", "0").And.Contain("Differ", "0");
        Read(".github/workflows/ci.yml").Should().Contain("run: ./build.sh Test");
        Read("docs/ci.md")
            .Should()
            .StartWith("# Mine, with `<!-- /workflows -->`\n\n<!-- workflows -->\n\n### ci\n")
            .And.Contain("  test[\"Test\"]\n")
            .And.EndWith("```\n\n<!-- /workflows -->\n\nThe end.\n");
    }

    [Fact]
    public void A_reusable_workflow_is_written_with_the_job_that_calls_it_and_goes_with_it()
    {
        WorkflowCommand.Run(
            new WorkflowBuild(_root.Path, Calling("ship", "lint"), Calling("nightly", "lint")),
            s_targets
        );
        var called = Read(".github/workflows/lint.yml");
        WorkflowCommand.Run(new WorkflowBuild(_root.Path, Spec("ship")), s_targets);

        called.Should().Contain("workflow_call:").And.Contain("run: ./build.sh Lint");
        Directory
            .EnumerateFiles(Path.Combine(_root.Path, ".github/workflows"))
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo("ship.yml");
    }

    [Fact]
    public void A_reusable_workflow_is_no_other_one_at_the_same_time()
    {
        var problem = FluentActions
            .Invoking(() =>
                WorkflowCommand.Run(new WorkflowBuild(_root.Path, Calling("ship", "ci"), Spec("ci")), s_targets)
            )
            .Should()
            .Throw<BuildException>()
            .WithInnerException<GenerationException>()
            .Which.Problems.Should()
            .ContainSingle()
            .Subject;

        problem.Message.Should().StartWith(".github/workflows/ci.yml would be this reusable workflow");
        problem.ToString().Should().Contain("WorkflowCommandTests.cs(");
    }

    [Theory]
    [InlineData("timeout-minutes: 30", "timeout-minutes: 31")]
    [InlineData("name: CI", "name: CI # changed")]
    public void A_file_that_was_changed_by_hand_fails_the_check_and_stays(string was, string becomes)
    {
        var build = new WorkflowBuild(_root.Path, Spec("ci"));
        WorkflowCommand.Run(build, s_targets);
        var changed = Read(".github/workflows/ci.yml").Replace(was, becomes, StringComparison.Ordinal);
        _root.Write(".github/workflows/ci.yml", changed);
        build.Check = true;

        FluentActions
            .Invoking(() => WorkflowCommand.Run(build, s_targets))
            .Should()
            .Throw<BuildException>()
            .WithMessage(".github/workflows/ci.yml: not what the build states*./build.sh Workflows*");

        Read(".github/workflows/ci.yml").Should().Be(changed);
    }

    [Fact]
    public void A_target_that_is_new_in_a_job_is_drift()
    {
        var build = new WorkflowBuild(_root.Path, Spec("ci"));
        WorkflowCommand.Run(build, s_targets);
        build.Check = true;

        FluentActions
            .Invoking(() => WorkflowCommand.Run(build, [new("Test") { DependsOn = ["Lint"] }, new("Lint")]))
            .Should()
            .NotThrow("Lint is folded into Test");
        FluentActions
            .Invoking(() => WorkflowCommand.Run(build, [new("Test") { NeedsHistory = true }]))
            .Should()
            .Throw<BuildException>();
    }

    [Fact]
    public void A_workflow_that_nobody_states_any_more_goes_and_a_person_s_stays()
    {
        WorkflowCommand.Run(new WorkflowBuild(_root.Path, Spec("ci"), Spec("old")), s_targets);
        _root.Write(".github/workflows/mine.yml", "on: push\n");
        var build = new WorkflowBuild(_root.Path, Spec("ci")) { Check = true };

        FluentActions
            .Invoking(() => WorkflowCommand.Run(build, s_targets))
            .Should()
            .Throw<BuildException>()
            .WithMessage(".github/workflows/old.yml: *");
        build.Check = false;
        WorkflowCommand.Run(build, s_targets);

        Directory
            .EnumerateFiles(Path.Combine(_root.Path, ".github/workflows"))
            .Select(Path.GetFileName)
            .Should()
            .BeEquivalentTo("ci.yml", "mine.yml");
    }

    [Fact]
    public void What_a_person_wrote_is_not_replaced()
    {
        _root.Write(".github/workflows/ci.yml", "on: push\n");

        FluentActions
            .Invoking(() => WorkflowCommand.Run(new WorkflowBuild(_root.Path, Spec("ci")), s_targets))
            .Should()
            .Throw<BuildException>()
            .WithMessage("Workflows: 1 problems, listed above; nothing was written.");

        Read(".github/workflows/ci.yml").Should().Be("on: push\n");
    }

    [Fact]
    public void Problems_of_all_workflows_are_told_with_their_places_in_this_file_and_nothing_is_written()
    {
        var build = new WorkflowBuild(_root.Path, Spec("ci"), Spec("ship", "Tst"), Spec("CI"));

        var problems = FluentActions
            .Invoking(() => WorkflowCommand.Run(build, s_targets))
            .Should()
            .Throw<BuildException>()
            .WithInnerException<GenerationException>()
            .Which.Problems;

        problems.Should().HaveCount(2);
        problems.Should().OnlyContain(problem => problem.ToString().Contains("WorkflowCommandTests.cs("));
        problems
            .Select(problem => problem.ToString())
            .Should()
            .Contain(text => text.Contains("Did you mean 'Test'?", StringComparison.Ordinal));
        Directory.Exists(Path.Combine(_root.Path, ".github")).Should().BeFalse();
    }

    [Fact]
    public void A_page_without_a_place_for_the_drawing_says_what_to_write()
    {
        _root.Write("docs/ci.md", "# Mine\n");
        var build = new WorkflowBuild(_root.Path, Spec("ci")) { WorkflowPage = "docs/ci.md" };

        FluentActions
            .Invoking(() => WorkflowCommand.Run(build, s_targets))
            .Should()
            .Throw<BuildException>()
            .WithMessage("docs/ci.md has no place*'<!-- workflows -->' and '<!-- /workflows -->'*");
    }

    string Read(string file) => File.ReadAllText(Path.Combine(_root.Path, file));

    static WorkflowSpec Spec(string id, string target = "Test") =>
        new(id)
        {
            Name = id.ToUpperInvariant(),
            On = [new EventTrigger("push")],
            Targets = target,
        };

    static WorkflowSpec Calling(string id, string called) =>
        new(id)
        {
            Name = id.ToUpperInvariant(),
            On = [new EventTrigger("push")],
            Jobs = [new JobSpec("Lint") { ReusableWorkflow = called }],
        };

    sealed class WorkflowBuild(string root, params IReadOnlyList<WorkflowSpec> specs) : NukeBuild, IWorkflows
    {
        public bool Check { get; set; }

        public string? WorkflowPage { get; init; }

        public Dictionary<string, string> Summary { get; } = new(StringComparer.Ordinal);

        IReadOnlyList<WorkflowSpec> IWorkflows.Specs => specs;

        bool IWorkflows.Check => Check;

        string? IWorkflows.WorkflowPage => WorkflowPage;

        AbsolutePath INukeBuild.RootDirectory => root;

        void INukeBuild.ReportSummary(Configure<Dictionary<string, string>> configurator) => configurator(Summary);
    }
}
