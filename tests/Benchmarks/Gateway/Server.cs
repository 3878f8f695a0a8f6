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
        // In a session of its own, as the supervisor starts the gateway and the instances, and systemd a service: with the
        // kernel's default (sched_autogroup_enabled) sessions share the processors, and not processes.
        var start = new ProcessStartInfo("setsid", command)
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

    /// <summary>Processor time so far, its own processes' included: utime and stime of /proc/PID/stat (proc(5)).</summary>
    public TimeSpan Processor()
    {
        var children = File.ReadAllText($"/proc/{Pid}/task/{Pid}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return children
            .Prepend(Pid.ToString(CultureInfo.InvariantCulture))
            .Aggregate(TimeSpan.Zero, (sum, pid) => sum + ProcessorOf(pid));
    }

    static TimeSpan ProcessorOf(string pid)
    {
        // After the name in parentheses, which may hold blanks, the fields count from 3; 14 and 15 are in USER_HZ, 100 a second.
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (Ticks(fields[14 - 3]) + Ticks(fields[15 - 3])));

        static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
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
