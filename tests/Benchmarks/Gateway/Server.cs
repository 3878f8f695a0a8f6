using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Gateway;

/// <summary>A server's process, from the moment it answers until it is killed.</summary>
sealed class Server : IDisposable
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    static readonly HttpClient Client = new(
        new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.Zero }
    );

    readonly Process _process;

    Server(Process process) => _process = process;

    public int Pid => _process.Id;

    /// <summary>Returns when the address answers with anything.</summary>
    public static async Task<Server> StartAsync(string address, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        // Read and thrown away: a full pipe would stop it.
        _ = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var clock = Stopwatch.StartNew();
        while (!await AnswersAsync(address))
        {
            if (process.HasExited)
                throw new BenchmarkException(
                    $"'{string.Join(' ', command)}' ended with {process.ExitCode}: {await error}"
                );
            if (clock.Elapsed > Limit)
                throw new BenchmarkException($"'{string.Join(' ', command)}' does not answer on {address}.");
            await Task.Delay(5);
        }

        return new Server(process);
    }

    /// <summary>This program again, in one of its <see cref="Roles"/>.</summary>
    public static Task<Server> PlayAsync(string address, params string[] role) =>
        StartAsync(address, ["dotnet", typeof(Server).Assembly.Location, .. role]);

    /// <summary>VmHWM of /proc/PID/status (proc(5)), in MiB.</summary>
    public double PeakMiB()
    {
        var line = File.ReadLines($"/proc/{Pid}/status")
            .Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(
                line.AsSpan(6, line.Length - 6 - 3),
                NumberStyles.AllowLeadingWhite,
                CultureInfo.InvariantCulture
            ) / 1024.0;
    }

    /// <summary>SIGKILL, to it and its own processes.</summary>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    static async Task<bool> AnswersAsync(string address)
    {
        try
        {
            using var response = await Client.GetAsync(address);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
