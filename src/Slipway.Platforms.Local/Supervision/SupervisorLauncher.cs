using System.Diagnostics;
using System.Globalization;
using Slipway.Protocol.Files;
using Slipway.Protocol.Processes;
using Slipway.Protocol.Supervision;

namespace Slipway.Platforms.Local.Supervision;

/// <summary>
/// Finds or starts the one supervisor of an environment. It outlives this process: it has its own session, so that
/// neither Ctrl-C nor the end of the terminal reaches it.
/// </summary>
/// <param name="environmentDirectory">
/// Where the environment keeps its state; made when missing. The supervisor's is <c>supervisor.json</c>, its log
/// <c>logs/supervisor.log</c>.
/// </param>
/// <param name="hosts">Where the programs come from.</param>
/// <param name="time">The clock of the waits; the system's by default.</param>
public sealed class SupervisorLauncher(string environmentDirectory, HostFiles hosts, TimeProvider? time = null)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    const int LinesOfLog = 10;

    readonly string _directory = Path.GetFullPath(environmentDirectory);
    readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The socket of this environment's supervisor. Makes its private directory.</summary>
    public string Socket => Path.Combine(RuntimeDirectory.For(environmentDirectory), "supervisor.sock");

    /// <summary>The supervisor's own log.</summary>
    public string LogFile => Path.Combine(_directory, "logs", "supervisor.log");

    string StateFile => Path.Combine(_directory, "supervisor.json");

    /// <summary>A client of the supervisor, whether it answers or not.</summary>
    public SupervisorClient Client => new(Socket, _time);

    /// <summary>
    /// A client of the running supervisor, started first when none answers. One that runs from other files than ours
    /// hands over: it ends, its processes go on, and ours adopts them. Throws
    /// <see cref="SupervisorUnavailableException"/> with the end of its log when it does not come up within 20 seconds.
    /// </summary>
    public async Task<SupervisorClient> EnsureRunningAsync(CancellationToken cancel = default)
    {
        var program = hosts.Supervisor();
        if (await AnswersAsync(cancel) is { } running)
        {
            if (string.Equals(running.Program, program, StringComparison.Ordinal))
                return Client;
            await EndAsync(running, cancel);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(LogFile)!);
        await LaunchAsync(program, cancel);
        await WaitUntilReadyAsync(cancel);
        return Client;
    }

    /// <summary>
    /// From when it returns, whatever supervisor runs here refuses every older token, and what older ones have started
    /// under theirs has ended. Starts none: where none runs, the token is written down for the next.
    /// </summary>
    /// <exception cref="SupervisorUnavailableException">One runs, and does not answer within 20 seconds.</exception>
    public async Task FenceAsync(long token, CancellationToken cancel = default)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            // One that is just coming up or going down holds the state and answers soon, or no more.
            if (await ShowAsync(token, cancel) || await WriteDownAsync(token, cancel))
                return;
            if (_time.GetElapsedTime(started) >= Limit)
                throw new SupervisorUnavailableException(
                    $"A supervisor runs and does not answer. {LogFile} ends with:\n{Tail()}"
                );
            await Task.Delay(Between, _time, cancel);
        }
    }

    /// <summary>False: none answers.</summary>
    async Task<bool> ShowAsync(long token, CancellationToken cancel)
    {
        if (await AnswersAsync(cancel) is null)
            return false;
        try
        {
            await (await EnsureRunningAsync(cancel)).FenceAsync(token, cancel);
            return true;
        }
        catch (SupervisorUnavailableException)
        {
            return false;
        }
    }

    /// <summary>False: a supervisor holds the state.</summary>
    async Task<bool> WriteDownAsync(long token, CancellationToken cancel)
    {
        string[] arguments =
        [
            hosts.Supervisor(),
            "--state",
            StateFile,
            "--fence",
            token.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo(HostFiles.DotNet(), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel).WaitAsync(Limit, _time, cancel);
        return process.ExitCode switch
        {
            0 => true,
            SupervisorExitCodes.AlreadyRunning => false,
            _ => throw new SupervisorUnavailableException(
                $"The lease's token could not be written down for the supervisor. {(await said).Trim()}"
            ),
        };
    }

    async Task LaunchAsync(string program, CancellationToken cancel)
    {
        var start = DetachedProcess.Orphan(
            HostFiles.DotNet(),
            [program, "--state", StateFile, "--socket", Socket],
            InheritedEnvironment.Read(),
            _directory,
            LogFile
        );
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(cancel);
    }

    async Task WaitUntilReadyAsync(CancellationToken cancel)
    {
        var started = _time.GetTimestamp();
        while (await AnswersAsync(cancel) is null)
        {
            if (_time.GetElapsedTime(started) >= Limit)
                throw new SupervisorUnavailableException(
                    $"The supervisor did not come up. {LogFile} ends with:\n{Tail()}"
                );
            await Task.Delay(Between, _time, cancel);
        }
    }

    async Task<SupervisorStatus?> AnswersAsync(CancellationToken cancel)
    {
        try
        {
            return await Client.ListAsync(cancel);
        }
        catch (SupervisorUnavailableException)
        {
            return null;
        }
    }

    async Task EndAsync(SupervisorStatus running, CancellationToken cancel)
    {
        using var process = Find(running.Pid);
        await Client.ShutdownAsync(running.Token, stopProcesses: false, cancel);
        if (process is not null)
            await process.WaitForExitAsync(cancel).WaitAsync(Limit, _time, cancel);
    }

    static Process? Find(int pid)
    {
        try
        {
            return Process.GetProcessById(pid);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    string Tail() =>
        File.Exists(LogFile) ? string.Join('\n', File.ReadLines(LogFile).TakeLast(LinesOfLog)) : "(nothing)";
}
