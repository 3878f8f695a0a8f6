using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Releases;
using Slipway.Reporting;
using Slipway.Reporting.Html;
using Slipway.Testing;
using Slipway.Verification.Coverage;
using Slipway.Verification.TestRuns;

namespace Slipway.Components.Tests;

public sealed class ReportModelTests
{
    static readonly DateTimeOffset Begin = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task A_run_that_found_nothing_yet_leaves_its_parts_out()
    {
        using var repository = await GitRepository.CreateAsync();
        var commit = await repository.CommitAsync("feat: begin");

        var model = Of(new SampleBuild(repository.Path), new RunRecord());

        model.Outcome.Should().Be(StageOutcome.Succeeded);
        (model.Commit, model.Branch).Should().Be((commit, "main"));
        (model.Started, model.Finished).Should().Be((Begin, Begin.AddSeconds(3)));
        (model.Tests, model.Checks, model.Coverage, model.Plan, model.Image)
            .Should()
            .Be((null, null, null, null, null));
        model
            .Environments!.Select(environment => (environment.State, environment.Url))
            .Should()
            .OnlyContain(found => found.State == "empty" && found.Url == null);
    }

    [Fact]
    public async Task What_a_run_found_is_shown()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("feat: begin");
        var build = new SampleBuild(repository.Path);
        var record = new RunRecord
        {
            Plan = Samples.SecondPlan,
            Coverage = CoverageVerdict.Of(new CoverageReport([new FileCoverage("a.cs", 9, 10)]), 85),
        };
        record.Suites.Add(
            new TestSuite("sqlite", 2, 1, [new TestFailure("Bad", "expected 1")], TimeSpan.FromSeconds(4))
        );
        record.Check("Formatting", () => "good");

        var model = Of(build, record);

        model.Tests.Should().ContainSingle().Which.Failures.Should().Equal(new ReportFailure("Bad", "expected 1"));
        model.Coverage!.Files.Should().Equal(new ReportFile("a.cs", 9, 10));
        model.Checks.Should().Equal(record.Checks);
        model
            .Plan!.Steps.Select(step => step.Title)
            .Should()
            .Equal(Samples.SecondPlan.Steps.Select(step => step.Title));
        (model.Plan.From, model.Plan.To).Should().Be(("1.0.0", Samples.Two.ToString()));
    }

    [Fact]
    public async Task A_release_that_is_refused_says_why_and_one_that_is_not_says_nothing()
    {
        using var repository = await GitRepository.CreateAsync();
        var commit = await repository.CommitAsync("feat: begin");
        var build = new SampleBuild(repository.Path);

        var refused = OfRelease(build, commit, [new Refusal("No key", "Make one.")], CheckAnswer.NotRun);
        var once = OfRelease(build, commit, [new Refusal("No key", "Make one.")], CheckAnswer.Passed);
        var open = OfRelease(build, commit, [], CheckAnswer.Passed);

        (refused.IsRelease, refused.Version, refused.Commit).Should().Be((true, "1.2.3", commit));
        refused.Detail.Should().Be("Nothing was changed: 2 reasons stand against it, each below.");
        refused
            .Checks!.Select(check => (check.Name, check.Outcome))
            .Should()
            .Equal(("Refused", StageOutcome.Failed), ("Secrets", StageOutcome.Failed));
        once.Detail.Should().Be("Nothing was changed: No key. Make one.");
        open.Detail.Should().BeNull();
    }

    [Fact]
    public async Task What_is_shipped_is_the_plans_revision_whatever_is_checked_out()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("feat: begin");

        var model = Of(new SampleBuild(repository.Path), new RunRecord { Plan = Samples.SecondPlan });

        (model.Version, model.Commit, model.Branch).Should().Be(("2.0.0", Samples.Two.Commit, null));
    }

    [Fact]
    public async Task A_run_that_failed_says_at_what()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("feat: begin");
        ReportStage[] stages =
        [
            new("Deploy", 0, Begin, Begin.AddSeconds(3), StageOutcome.Failed),
            new("staging", 1, Begin, Begin.AddSeconds(3), StageOutcome.Failed),
            new("Start 1 in blue", 2, Begin, Begin.AddSeconds(1), StageOutcome.Succeeded),
            new("Smoke blue", 2, Begin, Begin.AddSeconds(3), StageOutcome.Failed, "out of film"),
        ];

        var model = ReportModel.Of(new SampleBuild(repository.Path) { IsFailing = true }, new RunRecord(), stages);

        (model.Outcome, model.Detail).Should().Be((StageOutcome.Failed, "Smoke blue failed: out of film"));
    }

    [Fact]
    public async Task A_run_that_a_person_must_continue_is_waiting()
    {
        using var repository = await GitRepository.CreateAsync();
        await repository.CommitAsync("feat: begin");
        var build = new SampleBuild(repository.Path);
        NextCommand.Is(build, "Approve --digest 12");

        var model = Of(build, RunRecord.Of(build));

        model.Outcome.Should().Be(StageOutcome.Waiting);
        model.NextCommand.Should().Be("./build.sh Approve --digest 12");
    }

    [Fact]
    public async Task The_image_and_what_is_live_are_shown()
    {
        await using var site = await SampleSite.CreateAsync();
        var build = await site.DeployAsync("staging");
        var image = RunRecord.Of(build).Image!;

        var model = Of(build, RunRecord.Of(build));

        model.Image!.Digest.Should().Be(image.Digest.ToString());
        model.Image.Labels.Should().Contain(label => label.Value == build.Environments.Revision.Commit);
        var slot = model.Environments!.Single(environment => environment.Name == "staging").Slots.Single();
        (slot.Name, slot.Digest, slot.Traffic, slot.Healthy).Should().Be(("blue", image.Digest.ToString(), 100, true));
    }

    static DeployReportModel OfRelease(
        SampleBuild build,
        string commit,
        IReadOnlyList<Refusal> refusals,
        CheckAnswer answer
    )
    {
        var record = new RunRecord
        {
            Release = new ReleaseRecord(
                new ReleaseProspect(
                    new SemanticVersion(1, 2, 3),
                    new ReleaseWorld { Branch = "main", Head = commit },
                    Image: null,
                    refusals
                ),
                [new ReleaseCheck("Secrets", answer, "found", "")]
            ),
        };
        return ReportModel.OfRelease(build, record, [new ReportStage("Release", 0, Begin, Begin, null)]);
    }

    static DeployReportModel Of(SampleBuild build, RunRecord record) =>
        ReportModel.Of(
            build,
            record,
            [
                new ReportStage("Lint", 0, Begin, Begin.AddSeconds(1), StageOutcome.Succeeded),
                new ReportStage("Deploy", 0, Begin.AddSeconds(1), Begin.AddSeconds(3), StageOutcome.Succeeded),
            ]
        );
}
