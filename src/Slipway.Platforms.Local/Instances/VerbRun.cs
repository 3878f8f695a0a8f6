using System.Diagnostics;
using System.Globalization;
using Slipway.Delivery.Execution;
using Slipway.Protocol.Processes;

namespace Slipway.Platforms.Local.Instances;

/// <summary>A verb of an image as a process that runs to its end, with all it says in a log of its own.</summary>
static class VerbRun
{
    /// <param name="what">The subject of the failure's message: "The backup".</param>
    /// <param name="consequence">The sentence behind it.</param>
    /// <param name="limit">After this it is killed.</param>
    /// <param name="lease">Under which it runs; null: it changes nothing that matters to others.</param>
    /// <exception cref="StepFailedException">It failed, with its last lines, or did not end.</exception>
    /// <exception cref="StaleTokenException">The lease is over; it was not run.</exception>
    public static async Task RunAsync(
        InstanceCommand command,
        IEnumerable<string> arguments,
        string logFile,
        string what,
        string consequence,
        TimeSpan limit,
        LeasedStart? lease,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        using var process = new Process
        {
            StartInfo = lease is null ? Start(command, arguments) : Held(command, arguments),
        };
        await using var log = new VerbLog(logFile);
        process.OutputDataReceived += (_, line) => log.Write(line.Data);
        process.ErrorDataReceived += (_, line) => log.Write(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(limit);
        try
        {
            if (lease is not null)
                await ReleaseAsync(process, lease, timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (Exception failure)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            if (failure is not OperationCanceledException)
                throw;
            cancellation.ThrowIfCancellationRequested();
            throw Failed($"did not end within {limit.TotalMinutes:0} minutes and had to be stopped");
        }

        if (process.ExitCode != 0)
            throw Failed(string.Create(CultureInfo.InvariantCulture, $"failed with exit code {process.ExitCode}"));

        StepFailedException Failed(string how) =>
            new(new Evidence($"{what} {how}. {consequence}", logFile, log.LastLines));
    }

    static async Task ReleaseAsync(Process process, LeasedStart lease, CancellationToken cancellation)
    {
        await lease.AdmitAsync(process.Id, cancellation);
        try
        {
            await process.StandardInput.WriteLineAsync();
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was ended while it was held back; its exit code says so.
        }
    }

    static ProcessStartInfo Held(InstanceCommand command, IEnumerable<string> arguments) =>
        DetachedProcess.Held(
            command.Program,
            command.Arguments.Concat(arguments),
            Variables(command),
            command.WorkingDirectory
        );

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
        foreach (var (name, value) in Variables(command))
            start.Environment[name] = value;
        return start;
    }

    static Dictionary<string, string> Variables(InstanceCommand command)
    {
        var variables = new Dictionary<string, string>(InheritedEnvironment.Read(), StringComparer.Ordinal);
        foreach (var (name, value) in command.Variables())
            variables[name] = value;
        return variables;
    }

    /// <summary>The log's file, and its last lines also where the disk is full: those are what a person needs then.</summary>
    sealed class VerbLog : IAsyncDisposable
    {
        const int Kept = 20;

        readonly Queue<string> _last = new();
        readonly FileStream _file;
        bool _full;

        public VerbLog(string file) => _file = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read);

        public IReadOnlyList<string> LastLines
        {
            get
            {
                lock (_last)
                    return [.. _last];
            }
        }

        public void Write(string? line)
        {
            if (line is null)
                return;
            lock (_last)
            {
                _last.Enqueue(line);
                if (_last.Count > Kept)
                    _last.Dequeue();
                if (!_full)
                    Append(line);
            }
        }

        public async ValueTask DisposeAsync()
        {
            try
            {
                await _file.DisposeAsync();
            }
            catch (IOException)
            {
                // Full: its last lines are in the failure.
            }
        }

        void Append(string line)
        {
            try
            {
                _file.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
                _file.Flush();
            }
            catch (IOException)
            {
                _full = true;
            }
        }
    }
}
