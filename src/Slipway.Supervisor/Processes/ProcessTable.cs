using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Slipway.Supervisor.Processes;

/// <summary>What the system knows of processes: /proc on Linux, ps on macOS.</summary>
static class ProcessTable
{
    // Fields of /proc/PID/stat counted from the one after the command's closing bracket; see proc_pid_stat(5).
    const int StateField = 0;
    const int SessionField = 3;
    const int StartTimeField = 19;

    static readonly Lazy<string> BootId = new(() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim());

    /// <summary>Null when there is no such process or only what its parent has not collected yet.</summary>
    public static ProcessIdentity? Identify(int pid) =>
        OperatingSystem.IsLinux()
            ? Stat(pid) is { } fields && fields[StateField] is not ("Z" or "X")
                ? new ProcessIdentity(pid, $"{BootId.Value}/{fields[StartTimeField]}")
                : null
            : IdentifyByCommand(pid);

    public static bool IsAlive(ProcessIdentity identity) => Identify(identity.Pid) == identity;

    /// <summary>
    /// The session leader that was started with this value of the variable: a process whose supervisor died before it
    /// could write the pid down. Linux only; null elsewhere.
    /// </summary>
    public static ProcessIdentity? FindLeader(string variable, string value)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var wanted = Encoding.UTF8.GetBytes($"{variable}={value}\0");
        return Directory
            .EnumerateDirectories("/proc")
            .Select(directory => Path.GetFileName(directory))
            .Where(name => name.All(char.IsAsciiDigit))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .Where(pid => IsLeader(pid) && HasEnvironment(pid, wanted))
            .Select(Identify)
            .FirstOrDefault(identity => identity is not null);
    }

    static bool IsLeader(int pid) =>
        Stat(pid) is { } fields && int.Parse(fields[SessionField], CultureInfo.InvariantCulture) == pid;

    static bool HasEnvironment(int pid, byte[] wanted)
    {
        try
        {
            var environment = File.ReadAllBytes($"/proc/{pid}/environ").AsSpan();
            var at = environment.IndexOf(wanted);
            return at == 0 || (at > 0 && environment[at - 1] == 0);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static string[]? Stat(int pid)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{pid}/stat");
            // The command before it may hold blanks and brackets of its own.
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    static ProcessIdentity? IdentifyByCommand(int pid)
    {
        string[] arguments = ["-o", "stat=,lstart=", "-p", pid.ToString(CultureInfo.InvariantCulture)];
        using var ps = Process.Start(
            new ProcessStartInfo("ps", arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var line = ps.StandardOutput.ReadToEnd().Trim();
        ps.WaitForExit();
        return line.Length == 0 || line.StartsWith('Z')
            ? null
            : new ProcessIdentity(pid, line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim());
    }
}
