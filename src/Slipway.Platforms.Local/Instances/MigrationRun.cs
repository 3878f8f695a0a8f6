using System.Diagnostics;
using System.Globalization;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Platforms.Local.Logs;
using Slipway.Protocol.Processes;

namespace Slipway.Platforms.Local.Instances;

/// <summary>The image's migrations as a process that runs to its end, with all it says in a log of its own.</summary>
static class MigrationRun
{
    /// <summary>A migration that takes longer hangs on a lock, or should have been planned as work of its own.</summary>
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <exception cref="StepFailedException">It failed, with its last lines, or did not end.</exception>
    public static async Task RunAsync(
        InstanceCommand command,
        ServiceContract service,
        string logFile,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        using var process = new Process { StartInfo = Start(command, service.MigrateArguments) };
        await using var log = new StreamWriter(
            new FileStream(logFile, FileMode.Create, FileAccess.Write, FileShare.Read)
        );
        await using var lines = TextWriter.Synchronized(log);
        process.OutputDataReceived += (_, line) => Write(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Write(lines, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            throw Failed($"did not end within {s_limit.TotalMinutes:0} minutes and were stopped", logFile);
        }

        await lines.FlushAsync(cancellation);
        if (process.ExitCode != 0)
        {
            throw Failed(
                string.Create(CultureInfo.InvariantCulture, $"failed with exit code {process.ExitCode}"),
                logFile
            );
        }
    }

    /// <summary>The image's program with arguments of its own and with nothing of this process's environment.</summary>
    public static ProcessStartInfo Start(InstanceCommand command, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command.Program)
        {
            WorkingDirectory = command.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Arguments.Concat(arguments))
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in InheritedEnvironment.Read().Concat(command.Variables()))
            start.Environment[name] = value;
        return start;
    }

    static void Write(TextWriter log, string? line)
    {
        if (line is not null)
            log.WriteLine(line);
    }

    static StepFailedException Failed(string how, string logFile) =>
        new(
            new Evidence(
                $"The migrations {how}. The database is as the last migration that succeeded left it.",
                logFile,
                LogTail.Of(logFile)
            )
        );
}
