using Slipway.Delivery.Environments;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Journal;

public sealed class HistoryTests
{
    [Fact]
    public void A_deployment_without_an_end_is_unfinished()
    {
        var history = History.Of([
            Begun(Some.V1),
            Entry(JournalEvent.Succeeded),
            Begun(Some.V2),
            Entry(JournalEvent.Intended, 0),
            Entry(JournalEvent.Done, 0),
            Entry(JournalEvent.Intended, 1),
        ]);

        var unfinished = History.Unfinished(history)!;
        unfinished.Revision.Should().Be(Some.V2);
        unfinished.Intended.Should().Equal(0, 1);
        unfinished.Done.Should().Equal(0);
        unfinished.GoesBack.Should().BeFalse();
    }

    [Fact]
    public void A_recorded_failure_goes_back() =>
        History
            .Unfinished(
                History.Of([
                    Begun(Some.V1),
                    Entry(JournalEvent.Intended, 0),
                    Entry(JournalEvent.Failed, 0) with
                    {
                        Note = "it broke",
                    },
                ])
            )!
            .Should()
            .BeEquivalentTo(new { GoesBack = true, Note = "it broke" });

    [Fact]
    public void After_an_end_nothing_is_unfinished() =>
        History.Unfinished(History.Of([Begun(Some.V1), Entry(JournalEvent.RolledBack)])).Should().BeNull();

    [Fact]
    public void The_last_good_revision_is_the_newest_that_succeeded_and_is_not_live()
    {
        var history = History.Of([
            Begun(Some.V1),
            Entry(JournalEvent.Succeeded),
            Begun(Some.V2),
            Entry(JournalEvent.RolledBack),
            Begun(Some.V3),
            Entry(JournalEvent.Succeeded),
        ]);

        History.LastGoodBefore(history, Some.V3).Should().Be(Some.V1);
        History.LastGoodBefore(history, Some.V1).Should().Be(Some.V3);
    }

    static JournalEntry Begun(Revision revision) =>
        Entry(JournalEvent.Begun) with
        {
            Revision = revision,
            Purpose = Purpose.Deploy,
            By = "ada",
        };

    static JournalEntry Entry(JournalEvent happened, int? step = null) =>
        new()
        {
            Sequence = 1,
            At = default,
            Token = 1,
            Event = happened,
            Plan = new string('a', 64),
            Step = step,
        };
}
