using Slipway.Protocol.Supervision;
using Slipway.Supervisor.State;
using Slipway.Testing;

namespace Slipway.Supervisor.Tests;

/// <summary>A supervisor in this process, looking after real processes, which are gone when the test is over.</summary>
sealed class SupervisorFixture : IAsyncDisposable
{
    readonly StateFile _file;

    public SupervisorFixture(TimeProvider? time = null, Action<TempDirectory>? prepare = null)
    {
        prepare?.Invoke(Directory);
        _file = StateFile.Open(Directory["state.json"]);
        Supervisor = new ProcessSupervisor(_file, time ?? TimeProvider.System, () => 0.5, Complaints.Add);
        Supervisor.Resume();
    }

    public TempDirectory Directory { get; } = new();

    public ProcessSupervisor Supervisor { get; }

    public List<string> Complaints { get; } = [];

    public SupervisorState State => _file.Current;

    /// <summary>A process that runs a script of sh.</summary>
    public ProcessSpecification Script(string script, string name = "a") => Script(Directory, script, name);

    public static ProcessSpecification Script(TempDirectory directory, string script, string name = "a") =>
        new(
            name,
            "/bin/sh",
            ["-c", script],
            new Dictionary<string, string>(StringComparer.Ordinal),
            directory.Path,
            directory[$"logs/{name}.log"]
        );

    public Task<SupervisorResponse> EnsureAsync(ProcessSpecification process, long token = 1) =>
        Supervisor.HandleAsync(new EnsureRequest(token, process));

    public Task<SupervisorResponse> StopAsync(string name = "a", double grace = 10, long token = 1) =>
        Supervisor.HandleAsync(new StopRequest(token, name, grace));

    public async Task<ProcessStatus> StatusAsync(string name = "a")
    {
        var response = await Supervisor.HandleAsync(new ListRequest());
        return response.Status!.Processes.Single(process => process.Name == name);
    }

    /// <summary>Waits until the log holds the text.</summary>
    public Task LogHoldsAsync(string text, string name = "a") =>
        Wait.UntilAsync(
            () => File.Exists(Directory[$"logs/{name}.log"]) && Log(name).Contains(text, StringComparison.Ordinal),
            $"the log holds '{text}'"
        );

    public string Log(string name = "a") => File.ReadAllText(Directory[$"logs/{name}.log"]);

    public async ValueTask DisposeAsync()
    {
        foreach (var record in State.Processes)
            await StopAsync(record.Specification.Name, grace: 0, State.Token);
        _file.Dispose();
        Directory.Dispose();
    }
}
