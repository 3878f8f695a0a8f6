using System.Diagnostics;
using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Plans;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests;

/// <summary>A deployer that stands still past its lease, while another one deploys, changes no database when it goes on.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FencingTests
{
    static readonly EffectContext s_older = new(1, _ => { });
    static readonly EffectContext s_newer = new(2, _ => { });

    [Fact]
    public async Task One_that_wakes_before_its_migration_starts_none()
    {
        await using var site = new LocalSite();
        await ShouldSucceedAsync(site, site.Revision());
        Revision paused = site.Revision(),
            other = site.Revision();
        using var pause = new Pause();
        using var platform = site.Platform();
        var run = RunAsync(site, platform, paused, pause);
        await pause.ReachedAsync();

        await ShouldSucceedAsync(site, other);
        pause.End();

        (await run)
            .Should()
            .BeOfType<Unfinished>()
            .Which.Evidence.Message.Should()
            .Contain("The lease on staging was lost");
        Migrations(site).Should().Equal("1.0.0", "3.0.0");
        (await site.WorldAsync()).MigratedBy.Should().Be(other.Digest);
        (await site.VersionAsync()).Version.Should().Be("3.0.0");
    }

    [Fact]
    public async Task A_migration_that_it_has_begun_ends_before_the_other_one_looks()
    {
        await using var site = new LocalSite();
        await ShouldSucceedAsync(site, site.Revision());
        var paused = site.Revision("endless-migration");
        using var platform = site.Platform();
        var run = RunAsync(site, platform, paused, pause: null);
        await Wait.UntilAsync(() => MigratingProcesses(site, paused).Count == 1, "it migrates");

        await ShouldSucceedAsync(site, site.Revision());

        (await run).Should().BeOfType<Unfinished>();
        MigratingProcesses(site, paused).Should().BeEmpty();
        Migrations(site).Should().Equal("1.0.0", "3.0.0");
    }

    [Fact]
    public async Task A_migration_is_not_run_while_nobody_has_bound_it_to_its_lease()
    {
        await using var site = new LocalSite();
        var revision = site.Revision();
        await ShouldSucceedAsync(site, revision);
        using var platform = site.Platform();
        var token = (await site.Supervisor.ListAsync()).Token;
        await platform.FenceAsync(new EffectContext(token + 1, _ => { }), CancellationToken.None);

        var migrate = () => platform.MigrateAsync(revision, new EffectContext(token, _ => { }), CancellationToken.None);

        await migrate.Should().ThrowAsync<LeaseLostException>();
        Migrations(site).Should().Equal("1.0.0");
        MigratingProcesses(site, revision).Should().BeEmpty();
    }

    [Fact]
    public async Task A_restore_of_an_older_lease_leaves_the_database_as_it_is()
    {
        await using var site = new LocalSite(spec => TinyGallery.Environment(spec));
        var revision = site.GalleryRevision();
        await ShouldSucceedAsync(site, revision);
        await site.AddAlbumAsync("Kept");
        using var platform = site.Platform();
        var database = platform.Database!;
        var file = Path.Combine(site.Directory.Path, "copy");
        var token = (await site.Supervisor.ListAsync()).Token;
        EffectContext older = new(token, _ => { }),
            newer = new(token + 1, _ => { });
        await database.DumpAsync(revision, file, older, CancellationToken.None);
        await site.AddAlbumAsync("Made later");
        await platform.FenceAsync(newer, CancellationToken.None);

        var restore = () => database.LoadAsync(revision, file, into: null, older, CancellationToken.None);

        await restore.Should().ThrowAsync<LeaseLostException>();
        (await site.AlbumsAsync()).Should().Equal("Kept", "Made later");

        await database.LoadAsync(revision, file, into: null, newer, CancellationToken.None);
        (await site.AlbumsAsync()).Should().Equal("Kept");
    }

    [Fact]
    public async Task No_supervisor_needs_to_run_for_an_older_token_to_be_refused_by_the_next()
    {
        await using var site = new LocalSite();
        using var platform = site.Platform();

        await platform.FenceAsync(s_newer, CancellationToken.None);

        site.RunningProcesses().Should().BeEmpty();
        var open = () => platform.OpenGatewayAsync(site.Spec.Port, s_older, CancellationToken.None);
        await open.Should().ThrowAsync<LeaseLostException>();
    }

    [Fact]
    public async Task The_gateway_refuses_an_older_route_before_the_newer_deployer_has_asked_for_one()
    {
        await using var site = new LocalSite();
        using var platform = site.Platform();
        await platform.OpenGatewayAsync(site.Spec.Port, s_older, CancellationToken.None);
        await platform.FenceAsync(s_newer, CancellationToken.None);

        var route = () => platform.RouteAsync(Split.None, s_older, CancellationToken.None);

        await route.Should().ThrowAsync<LeaseLostException>();
    }

    [Fact]
    public async Task No_record_is_changed_once_the_lease_is_lost()
    {
        await using var site = new LocalSite();
        var revision = site.Revision();
        using var platform = site.Platform();
        await platform.OpenGatewayAsync(site.Spec.Port, s_older, CancellationToken.None);
        var lost = s_older with { Guard = _ => throw new LeaseLostException("staging", "it was taken over") };

        var start = () => platform.StartAsync(Slot.Blue, revision, 1, lost, CancellationToken.None);

        await start.Should().ThrowAsync<LeaseLostException>();
        (await site.WorldAsync()).Blue.Revision.Should().BeNull();
    }

    static async Task ShouldSucceedAsync(LocalSite site, Revision wanted) =>
        (await site.DeployAsync(wanted)).Should().BeOfType<Succeeded>();

    /// <summary>
    /// A clock that stands still renews nothing, as a process that stands still; a holder that has ended is not waited for.
    /// </summary>
    static Task<Outcome> RunAsync(LocalSite site, LocalPlatform platform, Revision wanted, Pause? pause)
    {
        var deployer = new Deployer(
            site.Spec,
            site.Directory,
            platform,
            pause,
            new ManualTime(TimeProvider.System.GetUtcNow()),
            Ended()
        );
        return Task.Run(() => deployer.DeployAsync(wanted));
    }

    static LeaseHolder Ended()
    {
        using var process = Process.Start("true");
        process.WaitForExit();
        return new LeaseHolder("paused", Environment.MachineName, process.Id);
    }

    static string[] Migrations(LocalSite site) =>
        File.ReadAllLines(Path.Combine(site.Directory.Data, "migrations.txt"));

    static IReadOnlyList<int> MigratingProcesses(LocalSite site, Revision revision) =>
        [
            .. site.RunningProcesses()
                .Where(process =>
                {
                    var command = LocalSite.CommandOf(process);
                    return command.EndsWith("\0migrate\0", StringComparison.Ordinal)
                        && command.Contains(revision.Digest["sha256:".Length..], StringComparison.Ordinal);
                }),
        ];

    /// <summary>Stands still when the intent to migrate is on disk and nothing was done.</summary>
    sealed class Pause : IDeploymentObserver, IDisposable
    {
        static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

        readonly SemaphoreSlim _reached = new(0);
        readonly ManualResetEventSlim _end = new();

        public async Task ReachedAsync() =>
            (await _reached.WaitAsync(s_limit)).Should().BeTrue("it comes to the migration");

        public void End() => _end.Set();

        public void On(DeploymentEvent happened)
        {
            if (happened is not StepStarted { Step: Migrate })
                return;
            _reached.Release();
            _end.Wait(s_limit);
        }

        public void Dispose()
        {
            _end.Set();
            _reached.Dispose();
        }
    }
}
