using System.Diagnostics;
using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests;

/// <summary>The directory of the state is removed under what runs, as with a clone that is deleted and made again.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RemovedEnvironmentTests
{
    const long OneDay = 24 * 60 * 60 * 1000;
    const string Said = "Processes of an environment that was removed here were still running: ended";

    [Fact]
    public async Task A_deployment_ends_what_was_left_running_and_says_so_once()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var left = site.RunningProcesses();
        Remove(site);

        (await DeployAsync(site, site.Spec)).Should().Equal(Said);

        (await site.VersionAsync()).Version.Should().Be("2.0.0");
        RequireAnew(site, left);
        (await DeployAsync(site, site.Spec)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_deployment_to_another_port_leaves_nothing_on_the_old_one()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var left = site.RunningProcesses();
        Remove(site);

        (await DeployAsync(site, site.Spec with { Port = FreePort.Next() })).Should().Equal(Said);

        RequireAnew(site, left);
        await site
            .Http.Awaiting(http => http.GetAsync("/version"))
            .Should()
            .ThrowAsync<HttpRequestException>("nobody listens");
    }

    [Fact]
    public async Task What_the_old_supervisor_has_written_into_the_new_directory_does_not_count()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var left = site.RunningProcesses();
        Remove(site);
        site.Directory.Create();
        // As a deployer does whose clock is ahead.
        await site.Supervisor.FenceAsync((await site.Supervisor.ListAsync()).Token + OneDay);
        File.Exists(Path.Combine(site.Directory.Path, "supervisor.json")).Should().BeTrue();

        (await DeployAsync(site, site.Spec)).Should().Equal(Said);

        RequireAnew(site, left);
    }

    [Fact]
    public async Task A_gateway_whose_supervisor_was_killed_gives_the_port_up()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var instance = await PidAsync(site, "blue-1");
        var gateway = await PidAsync(site, "gateway");
        await KillAsync((await site.Supervisor.ListAsync()).Pid);
        Remove(site);

        (await DeployAsync(site, site.Spec)).Should().Equal(Said);

        (await PidAsync(site, "gateway")).Should().NotBe(gateway);
        (await site.VersionAsync()).Version.Should().Be("2.0.0");
        await KillAsync(instance);
    }

    [Fact]
    public async Task It_is_empty_to_whoever_looks_and_nothing_is_changed_by_that()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var left = site.RunningProcesses();
        Remove(site);
        using var platform = site.Platform();

        var without = await StatusAsync(site, platform);
        // As a deployer leaves it that is killed before anything else.
        site.Directory.WriteFacts(new("staging", site.Spec.Port, "local", DateTimeOffset.UnixEpoch));
        var with = await StatusAsync(site, platform);

        without.Should().BeEquivalentTo(new { State = "empty", HasRemains = true });
        with.Should().BeEquivalentTo(new { State = "empty", HasRemains = true });
        (await site.WorldAsync()).Should().BeEquivalentTo(World.Empty);
        site.RunningProcesses().Should().BeEquivalentTo(left);
    }

    [Fact]
    public async Task Destroying_it_ends_what_was_left_running_and_leaves_no_directory()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        Remove(site);
        var events = new Events();
        using var platform = site.Platform();
        var deployer = new Deployer(site.Spec, site.Directory, platform, events);

        await deployer.DestroyAsync();

        events.Recovered.Should().Equal(Said);
        await Wait.UntilAsync(() => site.RunningProcesses().Count == 0, "nothing runs");
        Directory.Exists(site.Directory.Path).Should().BeFalse();
        (await deployer.Awaiting(it => it.DestroyAsync()).Should().ThrowAsync<Delivery.DeliveryException>())
            .Which.Message.Should()
            .Be("There is no environment staging.");
    }

    [Fact]
    public async Task A_directory_that_comes_back_finds_everything_as_it_was()
    {
        await using var site = new LocalSite();
        var revision = site.Revision();
        await site.DeployAsync(revision);
        var before = site.RunningProcesses();
        var away = site.State.Path + "-away";
        Directory.Move(site.State.Path, away);
        using var platform = site.Platform();

        (await StatusAsync(site, platform)).HasRemains.Should().BeTrue();
        Directory.Move(away, site.State.Path);

        (await site.DeployAsync(revision)).Should().BeOfType<NothingToDo>();
        (await StatusAsync(site, platform)).Should().BeEquivalentTo(new { State = "serving", HasRemains = false });
        site.RunningProcesses().Should().BeEquivalentTo(before);
    }

    static void Remove(LocalSite site) => Directory.Delete(site.State.Path, recursive: true);

    /// <summary>Answers what was said to have been found.</summary>
    static async Task<IReadOnlyList<string>> DeployAsync(LocalSite site, EnvironmentSpec spec)
    {
        var events = new Events();
        using var platform = new LocalPlatform(spec, site.State, site.Store);
        var deployer = new Deployer(spec, site.Directory, platform, events);
        (await deployer.DeployAsync(site.Revision())).Should().BeOfType<Succeeded>();
        return events.Recovered;
    }

    static Task<EnvironmentStatus> StatusAsync(LocalSite site, LocalPlatform platform) =>
        new Deployer(site.Spec, site.Directory, platform).StatusAsync();

    static void RequireAnew(LocalSite site, IReadOnlyList<int> left)
    {
        var running = site.RunningProcesses();
        running.Should().HaveCount(3, "there is a supervisor, a gateway and an instance");
        running.Should().NotIntersectWith(left);
    }

    static async Task<int> PidAsync(LocalSite site, string name) =>
        (await site.ProcessesAsync()).Single(process => process.Name == name).Pid!.Value;

    static async Task KillAsync(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        await process.WaitForExitAsync();
    }

    sealed class Events : IDeploymentObserver
    {
        public List<string> Recovered { get; } = [];

        public void On(DeploymentEvent happened)
        {
            if (happened is Recovering recovering)
                Recovered.Add(recovering.Message);
        }
    }
}
