using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Slipway.Workflows.Running;

/// <summary>A program with its arguments.</summary>
sealed record CommandLine(string Program, IReadOnlyList<string> Arguments)
{
    public override string ToString() => $"{Program} {string.Join(' ', Arguments)}";
}

/// <summary>
/// Runs a step's program as the leader of a process group of its own, with nothing to read, and both its outputs in one
/// stream, so that their order is kept.
/// </summary>
static class StepProcess
{
    const string Joined = """exec "$@" </dev/null 2>&1""";

    /// <summary>As long as the runner waits for a process that lives longer than the script and holds its output.</summary>
    static readonly TimeSpan OutputLimit = TimeSpan.FromSeconds(5);

    /// <returns>The exit code.</returns>
    /// <exception cref="StepException">It cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; its process group has ended.</exception>
    public static async Task<int> RunAsync(
        CommandLine command,
        ImmutableSortedDictionary<string, string> environment,
        string directory,
        Action<string> take,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var process = Start(command, environment, directory);
        var reading = LineReader.ReadAsync(process.StandardOutput, take);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await ProcessGroups.EndAsync(process, time);
            await LeaveAsync(process, reading, time);
            throw;
        }
        var exitCode = process.ExitCode;
        await LeaveAsync(process, reading, time);
        return exitCode;
    }

    /// <summary>A process in the background that still writes is read on, so that it does not die of it.</summary>
    static async Task LeaveAsync(Process process, Task reading, TimeProvider time)
    {
        using var over = new CancellationTokenSource();
        await Task.WhenAny(reading, Task.Delay(OutputLimit, time, over.Token));
        await over.CancelAsync();
        _ = reading.ContinueWith(_ => process.Dispose(), TaskScheduler.Default);
    }

    static Process Start(CommandLine command, ImmutableSortedDictionary<string, string> environment, string directory)
    {
        // macOS has the system call but not the command; perl is part of it.
        string[] session = OperatingSystem.IsMacOS()
            ? ["/usr/bin/perl", "-MPOSIX=setsid", "-e", "setsid(); exec @ARGV"]
            : ["setsid"];
        string[] all = [.. session, "/bin/sh", "-c", Joined, "sh", command.Program, .. command.Arguments];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception failure) when (failure is Win32Exception or ArgumentException)
        {
            throw new StepException(
                $"'{command.Program}' cannot be started in {directory}: {failure.Message}",
                failure
            );
        }
    }
}
