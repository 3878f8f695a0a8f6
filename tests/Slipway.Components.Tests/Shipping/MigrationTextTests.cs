using Slipway.Components.Shipping;
using Slipway.Components.Tests.Support;
using Slipway.Delivery.Plans;

namespace Slipway.Components.Tests.Shipping;

public sealed class MigrationTextTests
{
    static readonly PendingMigration s_tags = new("0002_tags", "expand", "aa", []);

    [Fact]
    public void Each_pending_migration_is_named_with_what_it_risks() =>
        Lines(
                s_tags,
                new PendingMigration("0003_less", "contract", "bb", ["drop-table: drops the table a"], "1.4.0"),
                new PendingMigration("0004_more", null, "cc", [])
            )
            .Should()
            .Equal(
                "  migration 0002_tags (expand)",
                "  migration 0003_less (contract), which can hurt:",
                "    drop-table: drops the table a",
                "  migration 0004_more (no phase)"
            );

    [Fact]
    public void That_none_is_pending_and_that_nothing_is_known_are_two_things()
    {
        Lines().Should().Equal("  migrations: none is pending");
        MigrationText
            .Lines(Samples.SecondPlan)
            .Should()
            .Equal("  migrations: not known, this image does not tell them");
    }

    [Fact]
    public void A_plan_that_migrates_nothing_says_nothing_of_it() =>
        MigrationText.Lines(Samples.SecondPlan with { Steps = [] }).Should().BeEmpty();

    static IEnumerable<string> Lines(params PendingMigration[] pending) =>
        MigrationText.Lines(Samples.SecondPlan with { Migrations = new PlannedMigrations(1, "0001_begin", pending) });
}
