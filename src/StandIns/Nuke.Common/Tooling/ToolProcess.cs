// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Collections.Concurrent;
using System.Diagnostics;

namespace Nuke.Common.Tooling;

internal sealed class ToolProcess : IProcess
{
    private readonly Process _process;
    private readonly Func<string, string> _filter;
    private readonly TimeSpan _timeout;
    private readonly ConcurrentQueue<Output> _output = new();

    private ToolProcess(Process process, Func<string, string> filter, TimeSpan timeout)
    {
        _process = process;
        _filter = filter;
        _timeout = timeout;
    }

    public string FileName => _process.StartInfo.FileName;

    public string Arguments => _filter(_process.StartInfo.Arguments);

    public string WorkingDirectory => _process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => _output;

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public int Id => _process.Id;

    /// <param name="startInfo">With both streams redirected.</param>
    /// <param name="filter">Takes secrets out of a text.</param>
    /// <param name="timeout">How long <see cref="WaitForExit"/> waits; negative for ever.</param>
    /// <param name="logger">Sees each filtered line; null for none.</param>
    public static ToolProcess Start(
        ProcessStartInfo startInfo,
        Func<string, string> filter,
        TimeSpan timeout,
        Action<OutputType, string> logger
    )
    {
        var process = new Process { StartInfo = startInfo };
        var result = new ToolProcess(process, filter, timeout);
        process.OutputDataReceived += (_, line) => result.Receive(OutputType.Std, line.Data, logger);
        process.ErrorDataReceived += (_, line) => result.Receive(OutputType.Err, line.Data, logger);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return result;
    }

    public void Kill() => _process.Kill(entireProcessTree: true);

    public bool WaitForExit()
    {
        if (_timeout < TimeSpan.Zero)
        {
            _process.WaitForExit();
            return true;
        }

        if (!_process.WaitForExit(_timeout))
        {
            Kill();
            return false;
        }

        // The process has exited; this waits for the rest of its output.
        _process.WaitForExit();
        return true;
    }

    public void Dispose() => _process.Dispose();

    private void Receive(OutputType type, string line, Action<OutputType, string> logger)
    {
        if (line is null)
            return;
        var text = _filter(line);
        _output.Enqueue(new Output { Type = type, Text = text });
        logger?.Invoke(type, text);
    }
}
