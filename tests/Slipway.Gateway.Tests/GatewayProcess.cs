using System.Diagnostics;
using System.Globalization;
using Slipway.Testing;

namespace Slipway.Gateway.Tests;

/// <summary>The program as an environment runs it, with its own socket threads.</summary>
sealed class GatewayProcess : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    readonly Process _process;

    GatewayProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>With the real port when 0 was asked for.</summary>
    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>Serves when it returns.</summary>
    public static async Task<GatewayProcess> StartAsync(GatewayOptions options)
    {
        string[] log = options.AccessLog is { } path ? ["--access-log", path] : [];
        var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "Slipway.Gateway.dll"),
                    "--listen",
                    options.Listen.AbsoluteUri,
                    "--state",
                    options.StateFile,
                    "--admin",
                    options.AdminSocket,
                    "--max-body-bytes",
                    options.MaxBodyBytes.ToString(CultureInfo.InvariantCulture),
                    .. log,
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Limit);
        line.Should().StartWith("Listening on ");
        return new GatewayProcess(process, new Uri(line!["Listening on ".Length..].TrimEnd('.')));
    }

    /// <summary>SIGTERM; returns when it has ended, which must be with 0.</summary>
    /// <returns>What it printed since.</returns>
    public async Task<string> StopAsync()
    {
        await CommandLine.RunAsync("kill", ["-TERM", $"{Id}"]);
        using var limit = new CancellationTokenSource(Limit);
        var output = await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        _process.ExitCode.Should().Be(0);
        return output;
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Killed when it still runs.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
