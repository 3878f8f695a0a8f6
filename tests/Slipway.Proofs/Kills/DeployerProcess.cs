using System.Diagnostics;
using System.Text.Json;
using Slipway.Platforms.Local.Supervision;
using Slipway.Testing;

namespace Slipway.Proofs.Kills;

/// <summary>A deployer as a process of its own: this assembly, started again.</summary>
sealed class DeployerProcess : IDisposable
{
    /// <summary>No promise, only the end of one that hangs: a busy machine may need a minute and more for a deployment.</summary>
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(4);

    readonly Process _process;

    DeployerProcess(Process process) => _process = process;

    public static DeployerProcess Start(DeployerJob job)
    {
        var start = new ProcessStartInfo(HostFiles.DotNet(), [typeof(DeployerProcess).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.StandardInput.WriteLine(JsonSerializer.Serialize(job));
        process.StandardInput.Flush();
        return new DeployerProcess(process);
    }

    /// <summary>Returns when one with <see cref="Moment.Waits"/> is there.</summary>
    public async Task UntilItWaitsAsync()
    {
        using var limit = new CancellationTokenSource(s_limit);
        if (await _process.StandardOutput.ReadLineAsync(limit.Token) is not Fuse.Waiting and var said)
            throw new InvalidOperationException($"The deployer does not wait, it says: {said}");
    }

    public async Task SignalAsync(string signal)
    {
        var kill = await CommandLine.RunAsync("kill", ["-s", signal, $"{_process.Id}"]);
        if (kill.ExitCode != 0)
            throw new InvalidOperationException(kill.Error);
    }

    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync();
    }

    /// <summary>Lets one go on that <see cref="Moment.Waits"/>.</summary>
    public void Continue() => _process.StandardInput.WriteLine();

    /// <summary>Its exit code, 137 for one that was killed, and what it said last.</summary>
    public async Task<(int ExitCode, string Said)> EndAsync()
    {
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException hangs)
        {
            _process.Kill();
            throw new TimeoutException($"A deployer did not end within {s_limit.TotalSeconds:0} s.", hangs);
        }

        return (_process.ExitCode, (await _process.StandardOutput.ReadToEndAsync()).Trim());
    }

    public void Dispose() => _process.Dispose();
}
