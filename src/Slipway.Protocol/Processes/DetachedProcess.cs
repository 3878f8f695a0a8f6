using System.Diagnostics;

namespace Slipway.Protocol.Processes;

/// <summary>
/// How a process is started so that it depends on nothing of its starter: its own session, hence no terminal whose Ctrl-C
/// reaches it and a process group of its own; no input; its output appended to a file by itself, not through its starter.
/// </summary>
public static class DetachedProcess
{
    // $1 is the log, the rest the command. `exec` makes the started process itself the command: one pid from fork on.
    const string InForeground = """log=$1; shift; exec "$@" </dev/null >>"$log" 2>&1""";
    const string InBackground = """log=$1; shift; "$@" </dev/null >>"$log" 2>&1 &""";

    // A caller that dies closes the pipe, and the command is never run.
    const string OnceReleased = """read -r released && exec "$@" </dev/null""";

    /// <summary>
    /// As a child of this process, held back until a line is written to its standard input, with its output redirected to
    /// this process: its pid is the command's from the start, and it leads its session and process group.
    /// </summary>
    public static ProcessStartInfo Held(
        string command,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string workingDirectory
    )
    {
        var start = Create(OnceReleased, [command, .. arguments], environment, workingDirectory);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    /// <summary>As a child of this process: its pid is the command's, and it leads its session and process group.</summary>
    public static ProcessStartInfo Child(
        string command,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string workingDirectory,
        string logFile
    ) => Create(InForeground, [logFile, command, .. arguments], environment, workingDirectory);

    /// <summary>As nobody's child: the started process ends at once, and what it started belongs to the system's first process.</summary>
    public static ProcessStartInfo Orphan(
        string command,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string workingDirectory,
        string logFile
    ) => Create(InBackground, [logFile, command, .. arguments], environment, workingDirectory);

    static ProcessStartInfo Create(
        string script,
        IReadOnlyList<string> parameters,
        IReadOnlyDictionary<string, string> environment,
        string workingDirectory
    )
    {
        // macOS has the system call but not the command; perl is part of it.
        string[] session = OperatingSystem.IsMacOS()
            ? ["/usr/bin/perl", "-MPOSIX=setsid", "-e", "setsid(); exec @ARGV"]
            : ["setsid"];
        string[] all = [.. session, "/bin/sh", "-c", script, "sh", .. parameters];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }
}
