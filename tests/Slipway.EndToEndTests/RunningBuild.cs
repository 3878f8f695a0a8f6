using System.Diagnostics;
using System.Globalization;
using System.Text;
using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>A build that is under way: what it has said so far, and signals to it. It ends with the test at the latest.</summary>
public sealed class RunningBuild : IAsyncDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    readonly Process _process;
    readonly StringBuilder _said = new();

    public RunningBuild(string file, IEnumerable<string> arguments, string directory)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        Interrupts.ReachChildren();
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Waits until the build has said it, and fails when it ends before.</summary>
    public Task UntilItSaysAsync(string text) =>
        Wait.UntilAsync(
            () =>
                Said.Contains(text, StringComparison.Ordinal)
                || (
                    _process.HasExited ? throw new InvalidOperationException($"It never said '{text}':\n{Said}") : false
                ),
            $"the build says '{text}'",
            Limit
        );

    /// <summary><c>build.sh</c> becomes the build: its id is the build's.</summary>
    public Task SignalAsync(string signal) =>
        CommandLine.RunAsync("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>What Ctrl-C does, to a build that was started with <c>setsid</c>.</summary>
    public Task SignalGroupAsync(string signal) =>
        CommandLine.RunAsync("kill", [$"-{signal}", "--", $"-{_process.Id.ToString(CultureInfo.InvariantCulture)}"]);

    public async Task<CommandResult> EndAsync()
    {
        using var timeout = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(timeout.Token);
        return new CommandResult(_process.ExitCode, Said, "");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    void Append(string? line)
    {
        lock (_said)
            _said.Append(line).Append('\n');
    }
}
