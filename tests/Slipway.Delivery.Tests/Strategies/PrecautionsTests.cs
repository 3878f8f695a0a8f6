using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Plans;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Strategies;

public sealed class PrecautionsTests
{
    static readonly World s_serving = Some.Serving(Some.V1);

    [Fact]
    public void Before_it_migrates_an_environment_that_asks_for_it_backs_up_and_rehearses() =>
        Steps(s_serving, DatabaseSite.Spec)
            .Should()
            .BeEquivalentTo(
                new Step[]
                {
                    new BackUp(Some.V2, Some.V1),
                    new Rehearse(Some.V2, Some.V1, DatabaseSite.Spec.SmokeChecks),
                    new Migrate(Some.V2),
                },
                options => options.RespectingRuntimeTypes().WithStrictOrdering()
            );

    [Fact]
    public void One_that_does_not_ask_migrates() =>
        Kinds(s_serving, DatabaseSite.Spec with { Backups = null }).Should().Equal("Migrate");

    [Fact]
    public void A_database_that_nobody_has_described_is_backed_up_and_not_rehearsed_on() =>
        Kinds(s_serving, DatabaseSite.Spec with { Database = null }).Should().Equal("BackUp", "Migrate");

    [Fact]
    public void A_first_deployment_has_nothing_to_lose() =>
        Kinds(World.Empty, DatabaseSite.Spec).Should().Equal("Migrate");

    [Fact]
    public void What_this_image_has_migrated_is_not_backed_up_for_it_again() =>
        Kinds(s_serving with { MigratedBy = Some.V2.Digest }, DatabaseSite.Spec).Should().Equal("Migrate");

    [Fact]
    public void A_backend_without_verbs_for_backups_migrates() =>
        Kinds(s_serving, DatabaseSite.Spec with { Service = new ServiceContract { BackupArguments = [] } })
            .Should()
            .Equal("Migrate");

    [Fact]
    public void A_backend_without_migrations_does_none_of_it() =>
        Kinds(s_serving, DatabaseSite.Spec with { Service = new ServiceContract { MigrateArguments = [] } })
            .Should()
            .BeEmpty();

    [Fact]
    public void A_rollback_does_none_of_it() =>
        DatabaseSite
            .Spec.Strategy.Plan(Purpose.Rollback, s_serving, Some.V2, DatabaseSite.Spec)
            .Should()
            .NotContain(step => step is BackUp || step is Rehearse);

    [Fact]
    public async Task The_live_revision_is_proved_on_the_migrated_copy_before_the_database_is_migrated()
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);

        await site.Deployer().DeployAsync(Some.V2);

        site.Machine.Proofs.Should().Equal("1.0.0 on 'albums migrated by 2.0.0'");
        site.Backups.All().Should().ContainSingle(backup => backup.Manifest.Reason == $"before {Some.V2}");
        DatabaseLog
            .Read(site.Site.Directory)
            .Should()
            .Contain(entry => entry.Event == DatabaseEvent.Rehearsed && entry.Good);
    }

    [Fact]
    public async Task What_they_measured_and_made_is_in_the_journal_and_told()
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);

        await site.Deployer().DeployAsync(Some.V2);

        const string Measured = "the migrations took 0.0 s on a copy, and 1.0.0 *answers 1 smoke check on it";
        DeploymentJournal
            .Read(site.Site.Directory)
            .Entries.Where(entry => entry is { Event: JournalEvent.Done, Note: not null })
            .Select(entry => entry.Note)
            .Should()
            .SatisfyRespectively(
                backup => backup.Should().Be(site.Backups.All()[0].Name),
                rehearsal => rehearsal.Should().Match(Measured)
            );
        site.Site.Events.OfType<StepFinished>()
            .Single(finished => finished.Step is Rehearse)
            .Found.Should()
            .Match(Measured);
    }

    [Theory]
    [InlineData("dump")]
    [InlineData("migrate a copy")]
    [InlineData("prove")]
    public async Task When_the_precautions_fail_nothing_is_migrated(string failing)
    {
        using var site = await DatabaseSite.ServingAsync("albums", Some.V1);

        var outcome = await site.Deployer(failing: failing).DeployAsync(Some.V2);

        outcome
            .Should()
            .BeOfType<Slipway.Delivery.Execution.RolledBack>()
            .Which.Evidence.Message.Should()
            .Contain($"{failing} failed.");
        site.Machine.World.MigratedBy.Should().Be(Some.V1.Digest);
        site.Machine.World.Live!.Revision.Should().Be(Some.V1);
        await site.ShouldBeTidyAsync("it was undone");
    }

    static IEnumerable<string> Kinds(World world, EnvironmentSpec environment) =>
        Steps(world, environment).Select(step => step.GetType().Name);

    static IReadOnlyList<Step> Steps(World world, EnvironmentSpec environment) =>
        [
            .. environment
                .Strategy.Plan(Purpose.Deploy, world, Some.V2, environment)
                .Where(step => step is BackUp or Rehearse or Migrate),
        ];
}
