using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.Journal;
using Slipway.Delivery.Leases;
using Slipway.Delivery.Plans;
using Slipway.Platforms.Local.Tests.Support;
using Slipway.Protocol.Supervision;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests;

/// <summary>Deployments of a real backend behind the real gateway, under the real supervisor.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LocalPlatformTests
{
    [Fact]
    public async Task A_first_deployment_answers_on_the_public_port()
    {
        await using var site = new LocalSite(spec => spec with { Instances = 2 });

        var outcome = await site.DeployAsync(site.Revision());

        outcome.Should().BeOfType<Succeeded>();
        (await site.VersionAsync()).Should().Be(new VersionAnswer("1.0.0", "staging", "blue", "grey"));
        var world = await site.WorldAsync();
        world
            .Live!.Should()
            .BeEquivalentTo(
                new
                {
                    Name = Slot.Blue,
                    Instances = 2,
                    Healthy = 2,
                    Traffic = 100,
                }
            );
        world.MigratedBy.Should().Be(world.Live!.Revision!.Digest);
        File.ReadAllText(Path.Combine(site.Directory.Data, "migrations.txt")).Should().Be("1.0.0\n");
    }

    [Fact]
    public async Task Redeployments_and_a_rollback_lose_no_request()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        using var stop = new CancellationTokenSource();
        var failures = new ConcurrentQueue<string>();
        var seen = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var load = Enumerable.Range(0, 4).Select(lane => RequestAsync(site, lane, seen, failures, stop.Token)).ToList();

        (await site.DeployAsync(site.Revision())).Should().BeOfType<Succeeded>();
        (await site.DeployAsync(site.Revision())).Should().BeOfType<Succeeded>();
        (await site.RollbackAsync()).Should().BeOfType<Succeeded>();
        await stop.CancelAsync();
        await Task.WhenAll(load);

        failures.Should().BeEmpty();
        seen.Keys.Should().BeEquivalentTo("1.0.0", "2.0.0", "3.0.0");
        (await site.VersionAsync()).Version.Should().Be("2.0.0");
    }

    [Theory]
    [InlineData("exits", "Instance green-1 exited with code 7 before it was ready.", "flux capacitor")]
    [InlineData("never-ready", "Instance green-1 was not ready within 2 s; it last said: 503 warming up", null)]
    [InlineData("smoke-500", "Smoke check GET /version of green answered 500 instead of 200: out of film", null)]
    [InlineData("broken-migration", "The migrations failed with exit code 3.*", "column \"caption\" does not exist")]
    public async Task A_bad_revision_leaves_the_old_one_serving_and_says_why(string fault, string message, string? log)
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var spec = site.Spec with { ReadyTimeout = TimeSpan.FromSeconds(fault is "never-ready" ? 2 : 60) };
        using var platform = new LocalPlatform(spec, site.State, site.Store);

        var outcome = await new Deployer(spec, site.Directory, platform).DeployAsync(site.Revision(fault));

        var evidence = outcome.Should().BeOfType<RolledBack>().Subject.Evidence;
        evidence.Message.Should().Match(message);
        File.Exists(evidence.LogFile).Should().BeTrue();
        if (log is not null)
            evidence.LastLines.Should().Contain(line => line.Contains(log));
        (await site.VersionAsync()).Version.Should().Be("1.0.0");
        (await site.WorldAsync()).Green.Should().Be(SlotState.Empty(Slot.Green));
        (await site.ProcessesAsync()).Select(process => process.Name).Should().Equal("blue-1", "gateway");
    }

    [Fact]
    public async Task A_first_deployment_that_fails_leaves_no_process()
    {
        await using var site = new LocalSite();

        (await site.DeployAsync(site.Revision("exits"))).Should().BeOfType<RolledBack>();

        await Wait.UntilAsync(() => site.RunningProcesses().Count == 0, "nothing runs");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_clear_error_before_anything_starts()
    {
        await using var site = new LocalSite();
        using var other = new TcpListener(IPAddress.Loopback, site.Spec.Port);
        other.Start();

        var outcome = await site.DeployAsync(site.Revision());

        var rolledBack = outcome.Should().BeOfType<RolledBack>().Subject;
        rolledBack.FailedStep.Should().BeOfType<OpenGateway>();
        rolledBack.Evidence.Message.Should().Contain($"Port {site.Spec.Port}").And.Contain("--port-base");
        await Wait.UntilAsync(() => site.RunningProcesses().Count == 0, "nothing runs");
    }

    [Fact]
    public async Task The_same_revision_is_not_deployed_again()
    {
        await using var site = new LocalSite();
        var revision = site.Revision();
        await site.DeployAsync(revision);
        var before = await site.ProcessesAsync();

        (await site.DeployAsync(revision)).Should().BeOfType<NothingToDo>();

        (await site.ProcessesAsync())
            .Select(process => process.Pid)
            .Should()
            .Equal(before.Select(process => process.Pid));
    }

    [Fact]
    public async Task A_rollback_uses_the_process_that_was_kept_warm()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var first = (await site.ProcessesAsync()).Single(process => process.Name == "blue-1").Pid;
        await site.DeployAsync(site.Revision());

        await site.RollbackAsync();

        (await site.VersionAsync()).Version.Should().Be("1.0.0");
        (await site.ProcessesAsync()).Single(process => process.Name == "blue-1").Pid.Should().Be(first);
    }

    [Fact]
    public async Task Two_deployers_at_once_end_with_one_deployment_and_one_clear_refusal()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var slow = site.Revision("never-ready");
        using var cancel = new CancellationTokenSource();
        var first = Task.Run(() => site.DeployAsync(slow, cancel.Token));
        await Wait.UntilAsync(
            async () => (await site.ProcessesAsync()).Any(process => process.Name == "green-1"),
            "the first is at work"
        );

        var second = () => site.DeployAsync(slow);

        (await second.Should().ThrowAsync<LeaseHeldException>())
            .Which.Message.Should()
            .Contain($"(pid {Environment.ProcessId})")
            .And.Contain("Deploy, plan ");
        await cancel.CancelAsync();
        (await first).Should().BeOfType<RolledBack>().Which.Evidence.Message.Should().Be("Cancelled.");
        (await site.VersionAsync()).Version.Should().Be("1.0.0");
    }

    [Fact]
    public async Task A_migration_that_is_cancelled_leaves_no_process_behind()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var before = site.RunningProcesses();
        using var cancel = new CancellationTokenSource();

        var deploying = Task.Run(() => site.DeployAsync(site.Revision("endless-migration"), cancel.Token));
        // Before it, another process of the image answered what is pending.
        await Wait.UntilAsync(
            () =>
                DeploymentJournal.Read(site.Directory).Entries[^1].Event == JournalEvent.Intended
                && site.RunningProcesses().Count > before.Count,
            "the migration runs"
        );
        await cancel.CancelAsync();

        (await deploying).Should().BeOfType<RolledBack>().Which.Evidence.Message.Should().Be("Cancelled.");
        site.RunningProcesses().Should().BeEquivalentTo(before);
        (await site.VersionAsync()).Version.Should().Be("1.0.0");
    }

    [Fact]
    public async Task Another_port_moves_the_environment_with_what_it_serves()
    {
        await using var site = new LocalSite();
        var revision = site.Revision();
        await site.DeployAsync(revision);
        var moved = site.Spec with { Port = FreePort.Next() };

        using (var platform = new LocalPlatform(moved, site.State, site.Store))
            (await new Deployer(moved, site.Directory, platform).DeployAsync(revision)).Should().BeOfType<Succeeded>();

        using var http = new HttpClient();
        (await http.GetStringAsync($"http://127.0.0.1:{moved.Port}/version")).Should().Contain("1.0.0");
    }

    [Fact]
    public async Task Destroying_leaves_no_process_and_no_directory()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        await site.DeployAsync(site.Revision());
        site.RunningProcesses().Should().NotBeEmpty();

        using (var platform = site.Platform())
            await new Deployer(site.Spec, site.Directory, platform).DestroyAsync();

        await Wait.UntilAsync(() => site.RunningProcesses().Count == 0, "nothing runs");
        Directory.Exists(site.Directory.Path).Should().BeFalse();
        await FluentActions
            .Awaiting(() => site.Http.GetAsync("/version"))
            .Should()
            .ThrowAsync<HttpRequestException>("nobody listens");
    }

    [Fact]
    public async Task An_older_token_changes_nothing()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        using var platform = site.Platform();
        var stale = new EffectContext(1, _ => { });

        await FluentActions
            .Awaiting(() => platform.RouteAsync(Split.None, stale, default))
            .Should()
            .ThrowAsync<LeaseLostException>();
        await FluentActions
            .Awaiting(() => platform.StopAsync(Slot.Blue, stale, default))
            .Should()
            .ThrowAsync<LeaseLostException>();

        (await site.VersionAsync()).Version.Should().Be("1.0.0");
    }

    [Fact]
    public async Task A_killed_instance_comes_back_and_is_healthy_again()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var pid = (await site.ProcessesAsync()).Single(process => process.Name == "blue-1").Pid!.Value;

        using (var process = System.Diagnostics.Process.GetProcessById(pid))
            process.Kill();

        await Wait.UntilAsync(
            async () =>
                (await site.ProcessesAsync()).Any(process =>
                    process.Name == "blue-1" && process.State == ProcessState.Running && process.Pid != pid
                )
                && (await site.WorldAsync()).Blue.Healthy == 1,
            "the instance is back"
        );
    }

    [Fact]
    public async Task A_truncated_layer_is_refused_before_anything_runs_from_it()
    {
        await using var site = new LocalSite();
        await site.DeployAsync(site.Revision());
        var bad = site.Revision();
        var blobs = new DirectoryInfo(Path.Combine(site.Store.Directory, "blobs", "sha256")).GetFiles();
        // The second image's layer is the newest of the large blobs.
        var layer = blobs.Where(blob => blob.Length > 4096).MaxBy(blob => blob.LastWriteTimeUtc)!;
        layer.IsReadOnly = false;
        using (var stream = layer.OpenWrite())
            stream.SetLength(layer.Length / 2);

        var outcome = await site.DeployAsync(bad);

        var rolledBack = outcome.Should().BeOfType<RolledBack>().Subject;
        rolledBack.FailedStep.Should().BeOfType<Migrate>();
        (await site.VersionAsync()).Version.Should().Be("1.0.0");
    }

    static async Task RequestAsync(
        LocalSite site,
        int lane,
        ConcurrentDictionary<string, int> seen,
        ConcurrentQueue<string> failures,
        CancellationToken stop
    )
    {
        // Every other lane asks slowly, so that requests are in flight at each switch.
        var path = lane % 2 == 0 ? "/slow?milliseconds=0" : "/slow?milliseconds=400";
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var response = await site.Http.GetAsync(path, CancellationToken.None);
                var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
                if (response.StatusCode == HttpStatusCode.OK)
                    seen.AddOrUpdate(body, 1, (_, count) => count + 1);
                else
                    failures.Enqueue($"{(int)response.StatusCode} {body}");
            }
            catch (HttpRequestException failure)
            {
                failures.Enqueue(failure.Message);
            }
        }
    }
}
