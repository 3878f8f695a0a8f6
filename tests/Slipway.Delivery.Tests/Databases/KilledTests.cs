using Slipway.Delivery.Databases;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Tests.Support;

namespace Slipway.Delivery.Tests.Databases;

/// <summary>Killed at each point where a backup, a rehearsal, a restore or a drill touches the disk or the platform.</summary>
public sealed class KilledTests
{
    [Fact]
    public Task A_backup_killed_anywhere_leaves_whole_backups_and_the_next_run_tidies_up() =>
        EverywhereAsync(
            (site, fuse) => site.Keeper(fuse).BackUpAsync(),
            site => site.Keeper().BackUpAsync(),
            (site, because) => site.Machine.Content.Should().StartWith("new", because),
            atLeast: 10
        );

    [Fact]
    public Task A_drill_killed_anywhere_leaves_nothing() =>
        EverywhereAsync(
            (site, fuse) => site.Keeper(fuse).DrillAsync(),
            site => site.Keeper().DrillAsync(),
            (site, because) => site.Machine.Content.Should().StartWith("new", because),
            atLeast: 5
        );

    [Fact]
    public Task A_restore_killed_anywhere_ends_with_the_old_or_the_new_database_and_serves() =>
        EverywhereAsync(
            (site, fuse) => site.Keeper(fuse).RestoreAsync(First(site).Name),
            site => site.Deployer().DeployAsync(Some.V1),
            (site, because) =>
            {
                site.Machine.Content.Should().MatchRegex("^(old|new)", because);
                // The next command was no backup, which would have tidied up by itself.
                site.Machine.Scratches.Should().BeEmpty(because);
                Directory
                    .GetFiles(site.Site.Directory.Backups)
                    .Should()
                    .HaveCount(2 * site.Backups.All().Count, because);
            },
            atLeast: 30
        );

    [Fact]
    public async Task A_restore_that_was_killed_is_in_the_status_until_it_is_at_its_end()
    {
        using var site = await DatabaseSite.ServingAsync("old", Some.V1);
        await site.Keeper().BackUpAsync();
        for (var point = 1; RestoreRecord.Read(site.Site.Directory) is null; point++)
        {
            var fuse = new Fuse(point);
            await DieAsync(() => site.Keeper(fuse).RestoreAsync(First(site).Name), fuse);
            site.Site.LetLeasesExpire();
        }

        var status = await site.Deployer().StatusAsync();
        await site.Keeper().BackUpAsync();

        (status.State, status.Restore!.Stage).Should().Be(("unfinished", "stopping"));
        (await site.Deployer().StatusAsync())
            .Should()
            .BeEquivalentTo(new { State = "serving", Restore = (object?)null });
    }

    [Fact]
    public Task A_deployment_that_backs_up_and_rehearses_killed_anywhere_converges() =>
        EverywhereAsync(
            (site, fuse) => site.Deployer(fuse).DeployAsync(Some.V2),
            site => site.Deployer().DeployAsync(Some.V2),
            (site, because) =>
            {
                site.Machine.World.Live!.Revision.Should().Be(Some.V2, because);
                site.Machine.Outages.Should().BeEmpty(because);
            },
            atLeast: 60
        );

    static async Task EverywhereAsync(
        Func<DatabaseSite, Fuse, Task> command,
        Func<DatabaseSite, Task> next,
        Action<DatabaseSite, string> check,
        int atLeast
    )
    {
        for (var point = 1; ; point++)
        {
            using var site = await DatabaseSite.ServingAsync("old", Some.V1);
            await site.Keeper().BackUpAsync();
            site.Machine.Content = "new";
            var fuse = new Fuse(point);
            await DieAsync(() => command(site, fuse), fuse);
            if (!fuse.IsDead)
            {
                point.Should().BeGreaterThan(atLeast, "there are many points to die at");
                return;
            }

            var because = $"killed at point {point}";
            var wrote = Serves(site.Machine.World);
            if (wrote)
                site.Machine.Content += " and a late write";
            site.Site.LetLeasesExpire();
            await next(site);

            Serves(site.Machine.World).Should().BeTrue(because);
            if (wrote)
                site.Machine.Content.Should().EndWith("and a late write", because + ": what was acknowledged stays");
            check(site, because);
            RestoreRecord.Read(site.Site.Directory).Should().BeNull(because);
            await site.ShouldBeTidyAfterAsync(because);
        }
    }

    static bool Serves(World world) => world is { GatewayPort: not null, Live: { Healthy: > 0, Traffic: 100 } };

    static Backup First(DatabaseSite site) => site.Backups.All()[^1];

    static async Task DieAsync(Func<Task> command, Fuse fuse)
    {
        try
        {
            await command();
        }
        catch (Exception failure) when (fuse.IsDead && failure is IOException or DeliveryException)
        {
            // A dead process says nothing; what counts is what it left.
        }
    }
}

static class Tidiness
{
    /// <summary>What a kill has left in the directory of backups goes with the next backup, at the latest.</summary>
    public static async Task ShouldBeTidyAfterAsync(this DatabaseSite site, string because)
    {
        await site.Keeper().BackUpAsync();
        await site.ShouldBeTidyAsync(because);
    }
}
