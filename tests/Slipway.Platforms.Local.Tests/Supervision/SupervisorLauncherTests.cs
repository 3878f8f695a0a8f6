using System.Diagnostics;
using System.Runtime.Versioning;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Tests.Supervision;

[UnsupportedOSPlatform("windows")]
public sealed class SupervisorLauncherTests : IAsyncLifetime
{
    readonly LocalEnvironment _environment = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _environment.DisposeAsync();

    [Fact]
    public async Task A_supervisor_is_started_once()
    {
        var first = await (await _environment.Launcher.EnsureRunningAsync()).ListAsync();

        var second = await (await _environment.Launcher.EnsureRunningAsync()).ListAsync();

        second.Pid.Should().Be(first.Pid);
        first.Program.Should().StartWith(Path.Combine(_environment.Root, "state/hosts/supervisor/"));
    }

    [Fact]
    public async Task Two_deployers_at_once_end_up_with_one_supervisor()
    {
        var clients = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => _environment.Launcher.EnsureRunningAsync()))
        );

        var pids = await Task.WhenAll(clients.Select(async client => (await client.ListAsync()).Pid));
        pids.Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_supervisor_belongs_to_nobody_and_to_no_terminal()
    {
        var supervisor = await (await _environment.Launcher.EnsureRunningAsync()).ListAsync();

        var stat = await File.ReadAllTextAsync($"/proc/{supervisor.Pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var own = await File.ReadAllTextAsync("/proc/self/stat");
        fields[1].Should().NotBe($"{Environment.ProcessId}", "its parent is not who started it");
        fields[3].Should().NotBe(own[(own.LastIndexOf(')') + 2)..].Split(' ')[3], "its session is its own");
        fields[4].Should().Be("0", "it has no terminal");
    }

    [Fact]
    public async Task A_killed_supervisor_is_followed_by_one_that_adopts_what_runs()
    {
        await _environment.Launcher.EnsureRunningAsync();
        var sleeper = await _environment.Supervisor.EnsureAsync(3, _environment.Sleep());
        await KillAsync((await _environment.Supervisor.ListAsync()).Pid);

        await _environment.Launcher.EnsureRunningAsync();

        var status = await _environment.Supervisor.ListAsync();
        status.Token.Should().Be(3);
        status.Processes.Should().ContainSingle().Which.Should().Be(sleeper);
    }

    [Fact]
    public async Task A_supervisor_of_other_files_hands_over_without_stopping_anything()
    {
        await _environment.Launcher.EnsureRunningAsync();
        var sleeper = await _environment.Supervisor.EnsureAsync(3, _environment.Sleep());
        var before = await _environment.Supervisor.ListAsync();
        var changed = Path.Combine(_environment.Root, "hosts");
        CopyHosts(changed);
        await File.WriteAllTextAsync(Path.Combine(changed, "supervisor", "changed.txt"), "another build");

        var launcher = new SupervisorLauncher(
            _environment.Directory,
            new HostFiles(changed, Path.Combine(_environment.Root, "state"))
        );
        var after = await (await launcher.EnsureRunningAsync()).ListAsync();

        after.Pid.Should().NotBe(before.Pid);
        after.Program.Should().NotBe(before.Program);
        after.Processes.Single().Pid.Should().Be(sleeper.Pid);
    }

    [Fact]
    public async Task An_older_token_is_an_exception_that_names_the_newer()
    {
        await _environment.Launcher.EnsureRunningAsync();
        await _environment.Supervisor.EnsureAsync(8, _environment.Sleep());

        var stop = () => _environment.Supervisor.StopAsync(7, "sleeper", TimeSpan.Zero);

        (await stop.Should().ThrowAsync<StaleTokenException>()).Which.Current.Should().Be(8);
    }

    [Fact]
    public async Task A_stopped_process_is_gone_and_a_wrong_request_says_why()
    {
        await _environment.Launcher.EnsureRunningAsync();
        await _environment.Supervisor.EnsureAsync(1, _environment.Sleep());

        var stopped = await _environment.Supervisor.StopAsync(1, "sleeper", TimeSpan.FromSeconds(5));
        var wrong = () => _environment.Supervisor.EnsureAsync(1, _environment.Sleep("../x"));

        stopped.State.Should().Be(ProcessState.Stopped);
        stopped.LastExitCode.Should().Be(128 + 15);
        await wrong.Should().ThrowAsync<SupervisorRefusedException>().WithMessage("*is not a name*");
    }

    [Fact]
    public async Task A_supervisor_that_cannot_start_shows_the_end_of_its_log()
    {
        Directory.CreateDirectory(_environment.Directory);
        var state = Path.Combine(_environment.Directory, "supervisor.json");
        await File.WriteAllTextAsync(state, "{");
        var hurried = new SupervisorLauncher(_environment.Directory, _environment.Hosts, new HurriedTime());

        var start = () => hurried.EnsureRunningAsync();

        (await start.Should().ThrowAsync<SupervisorUnavailableException>())
            .WithMessage("*did not come up*")
            .WithMessage("*is not a supervisor's state*");
        File.Delete(state);
    }

    static async Task KillAsync(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await process.WaitForExitAsync();
    }

    static void CopyHosts(string to)
    {
        var from = Path.Combine(AppContext.BaseDirectory, "hosts");
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>The system's clock ten times as fast, for a limit that a test does not want to wait for.</summary>
    sealed class HurriedTime : TimeProvider
    {
        public override long GetTimestamp() => base.GetTimestamp() * 10;
    }
}
