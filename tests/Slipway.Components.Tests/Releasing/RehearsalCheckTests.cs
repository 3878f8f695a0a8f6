using Slipway.Components.Releasing;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;
using Slipway.Delivery.State;
using Slipway.Releases;
using Slipway.Testing;

namespace Slipway.Components.Tests.Releasing;

public sealed class RehearsalCheckTests : IDisposable
{
    static readonly DateTimeOffset s_time = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    readonly TempDirectory _state = new();

    [Fact]
    public void A_rehearsal_that_was_done_is_told_with_its_plan()
    {
        var plan = Rehearsed(Samples.SecondPlan);

        var check = Deployed(plan, done: [0]);

        check.Answer.Should().Be(CheckAnswer.Passed);
        check.Source.Should().Be($"journal of staging, plan {plan.ShortDigest}, 2026-01-31 12:00Z");
    }

    [Fact]
    public void One_that_was_planned_and_not_done_is_not_checked() =>
        Deployed(Rehearsed(Samples.SecondPlan), done: []).Answer.Should().Be(CheckAnswer.NotChecked);

    [Fact]
    public void Where_nothing_was_pending_there_was_nothing_to_rehearse()
    {
        var check = Deployed(Samples.SecondPlan with { Migrations = new PlannedMigrations(1, "0001", []) }, done: []);

        check.Answer.Should().Be(CheckAnswer.Passed);
        check.Detail.Should().Be("none was pending");
    }

    [Fact]
    public void The_first_deployment_had_nothing_to_rehearse_on() =>
        Deployed(Samples.FirstPlan, done: []).Detail.Should().Contain("first deployment");

    [Fact]
    public void Another_image_s_deployment_says_nothing()
    {
        Deployed(Samples.FirstPlan, done: []);

        RehearsalCheck
            .Of(Environment, Samples.Two.Digest)
            .Should()
            .BeEquivalentTo(new { Answer = CheckAnswer.NotChecked, Source = "journal of staging" });
    }

    public void Dispose() => _state.Dispose();

    EnvironmentDirectory Environment => new StateDirectory(_state.Path).Environment("staging");

    static Plan Rehearsed(Plan plan) =>
        plan with
        {
            Steps = [new Rehearse(plan.Wanted, Samples.One, []), .. plan.Steps],
        };

    ReleaseCheck Deployed(Plan plan, IEnumerable<int> done)
    {
        Environment.Create();
        plan.Save(Path.Combine(Environment.Plans, $"{plan.Digest}.json"));
        var entries = new List<JournalEntry>
        {
            Entry(plan, JournalEvent.Begun) with
            {
                Revision = plan.Wanted,
                By = "me",
            },
        };
        entries.AddRange(done.Select(step => Entry(plan, JournalEvent.Done) with { Step = step }));
        entries.Add(Entry(plan, JournalEvent.Succeeded));
        var (bytes, checksum) = (new List<byte>(), "");
        foreach (var (index, entry) in entries.Index())
        {
            (var line, checksum) = JournalFormat.Write(entry with { Sequence = index + 1 }, checksum);
            bytes.AddRange(line);
        }

        File.WriteAllBytes(Environment.JournalFile, [.. bytes]);
        return RehearsalCheck.Of(Environment, plan.Wanted.Digest);
    }

    static JournalEntry Entry(Plan plan, JournalEvent happened) =>
        new()
        {
            Sequence = 0,
            At = s_time,
            Token = 1,
            Event = happened,
            Plan = plan.Digest,
        };
}
