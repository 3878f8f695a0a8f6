using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Delivery.State;
using Slipway.Images;
using Slipway.Platforms.Local.Supervision;
using Slipway.Protocol.Files;
using Slipway.Protocol.Supervision;
using Slipway.Testing;

namespace Slipway.Platforms.Local.Tests.Support;

/// <summary>
/// One environment on this machine with the real gateway, supervisor and backend. Whatever it started ends with the
/// test, by id, even when the test failed.
/// </summary>
[UnsupportedOSPlatform("windows")]
sealed class LocalSite : IAsyncDisposable
{
    readonly TempDirectory _directory;
    int _revisions;

    /// <param name="change">What is special about the environment.</param>
    /// <param name="path">Where all of the site lies; default: below the system's temporary directory.</param>
    public LocalSite(Func<EnvironmentSpec, EnvironmentSpec>? change = null, string? path = null)
    {
        _directory = new TempDirectory(path);
        State = StateAt(_directory.Path);
        Store = new OciStore(_directory["store"]);
        Spec = new EnvironmentSpec
        {
            Name = "staging",
            Port = FreePort.Next(),
            Service = new ServiceContract
            {
                DataSettings = new Dictionary<string, string>(StringComparer.Ordinal) { ["BACKEND_DATA"] = "{data}" },
            },
            SmokeChecks =
            [
                SmokeCheck.Get("/version") with
                {
                    JsonEquals = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["version"] = SmokeCheck.WantedVersion,
                    },
                },
            ],
            DrainTimeout = TimeSpan.FromSeconds(5),
        };
        Spec = change?.Invoke(Spec) ?? Spec;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Spec.Port}") };
    }

    public StateDirectory State { get; }

    public static StateDirectory StateAt(string path) => new(Path.Combine(path, "state"));

    public OciStore Store { get; }

    public EnvironmentSpec Spec { get; }

    public HttpClient Http { get; }

    public EnvironmentDirectory Directory => State.Environment(Spec.Name);

    public Revision Revision(string? fault = null, string? pending = null) =>
        Backend.Push(Store, _directory.Path, Spec, ++_revisions, fault, pending);

    public LocalPlatform Platform(MigrationJudge? judge = null) => new(Spec, State, Store, judge: judge);

    /// <summary>TinyGallery, with one migration more where there is <paramref name="nextSql"/>.</summary>
    public Revision GalleryRevision(string? nextSql = null) =>
        TinyGallery.Push(Store, _directory.Path, Spec, ++_revisions, nextSql);

    public async Task<Outcome> DeployAsync(Revision wanted, CancellationToken cancellation = default)
    {
        using var platform = Platform();
        return await new Deployer(Spec, Directory, platform).DeployAsync(wanted, cancellation);
    }

    public async Task<Outcome> RollbackAsync()
    {
        using var platform = Platform();
        return await new Deployer(Spec, Directory, platform).RollbackAsync();
    }

    public async Task<World> WorldAsync()
    {
        using var platform = Platform();
        return await platform.ObserveAsync(CancellationToken.None);
    }

    public async Task<VersionAnswer> VersionAsync() => (await Http.GetFromJsonAsync<VersionAnswer>("/version"))!;

    public async Task<IReadOnlyList<ProcessStatus>> ProcessesAsync() =>
        Directory.Exists ? (await Launcher.Client.ListAsync()).Processes : [];

    /// <summary>The processes of this machine whose command line names this site's directory.</summary>
    public IReadOnlyList<int> RunningProcesses() =>
        [.. Process.GetProcesses().Select(process => process.Id).Where(IsOfThisSite)];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (RunningProcesses().Count > 0)
        {
            var supervisor = await Launcher.EnsureRunningAsync();
            await supervisor.ShutdownAsync((await supervisor.ListAsync()).Token + 1, stopProcesses: true);
            await Wait.UntilAsync(() => RunningProcesses().Count == 0, "everything of the test has ended");
        }

        System.IO.Directory.Delete(RuntimeDirectory.For(Directory.Path), recursive: true);
        _directory.Dispose();
    }

    public SupervisorClient Supervisor => Launcher.Client;

    SupervisorLauncher Launcher => new(Directory.Path, HostFiles.BesideBuild(State.Path));

    /// <summary>The command line, each part ended by a zero; empty: it is gone.</summary>
    public static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    bool IsOfThisSite(int process) => CommandOf(process).Contains(_directory.Path, StringComparison.Ordinal);
}

sealed record VersionAnswer(string Version, string? Environment, string? Slot, string? Colour);
