using System.Net.Sockets;
using System.Runtime.InteropServices;
using Slipway.Protocol.Files;
using Slipway.Protocol.Supervision;
using Slipway.Supervisor.State;

namespace Slipway.Supervisor;

/// <summary>The program: runs until it is told to shut down, or SIGTERM; its processes go on running then.</summary>
static class SupervisorProgram
{
    /// <summary>Something failed that is none of the below.</summary>
    public const int Failed = 1;

    /// <summary>The command line is not right.</summary>
    public const int Misused = 2;

    /// <summary>Another supervisor uses the same state file.</summary>
    public const int AlreadyRunning = SupervisorExitCodes.AlreadyRunning;

    /// <summary>The state file cannot be read.</summary>
    public const int BadState = 5;

    static readonly TimeSpan RotationInterval = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        try
        {
            var options = SupervisorOptions.Parse(arguments);
            using var stopping = new CancellationTokenSource();
            using var terminate = StopOn(PosixSignal.SIGTERM, stopping);
            using var interrupt = StopOn(PosixSignal.SIGINT, stopping);
            await RunAsync(options, TimeProvider.System, output, stopping.Token);
            return 0;
        }
        catch (FormatException misuse)
        {
            await error.WriteLineAsync($"{misuse.Message}\n{SupervisorOptions.Usage}");
            return Misused;
        }
        catch (FileLockedException locked)
        {
            await error.WriteLineAsync(locked.Message);
            return AlreadyRunning;
        }
        catch (InvalidStateException invalid)
        {
            await error.WriteLineAsync(invalid.Message);
            return BadState;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SocketException)
        {
            await error.WriteLineAsync($"The supervisor cannot start: {failure.Message}");
            return Failed;
        }
    }

    /// <summary>Returns when it is cancelled or was told to shut down.</summary>
    public static async Task RunAsync(
        SupervisorOptions options,
        TimeProvider time,
        TextWriter output,
        CancellationToken cancel
    )
    {
        using var file = StateFile.Open(options.StateFile);
        if (options.Fence is { } token)
        {
            file.Update(state => state.Seen(token));
            return;
        }

        var random = new Random();
        var supervisor = new ProcessSupervisor(file, time, random.NextDouble, output.WriteLine);
        supervisor.Resume();
        using var server = new SocketServer(options.Socket!, supervisor);
        await using var rotation = time.CreateTimer(
            _ => supervisor.RotateLogs(),
            state: null,
            RotationInterval,
            RotationInterval
        );
        await output.WriteLineAsync($"Listening on {options.Socket}.");
        await server.RunAsync(cancel);
        await output.WriteLineAsync("Stopped.");
    }

    static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stopping) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                stopping.Cancel();
            }
        );
}
