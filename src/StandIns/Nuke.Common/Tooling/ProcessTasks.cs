// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Diagnostics;
using System.Text;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Starts processes: their command line and their output go to the build's log.</summary>
public static class ProcessTasks
{
    private static readonly Lock LogLock = new();

    public static bool DefaultLogOutput { get; set; } = true;

    public static bool DefaultLogInvocation { get; set; } = true;

    public static bool LogWorkingDirectory { get; set; } = true;

    public static string DefaultWorkingDirectory { get; set; } = EnvironmentInfo.WorkingDirectory;

    /// <summary>Runs a command line in <c>bash</c>, on Windows in <c>cmd</c>.</summary>
    public static IProcess StartShell(
        string command,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null
    ) =>
        StartProcess(
            ToolPathResolver.GetPathExecutable(EnvironmentInfo.IsWin ? "cmd" : "bash"),
            $"{(EnvironmentInfo.IsWin ? "/c" : "-c")} {command.DoubleQuote()}",
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            outputFilter
        );

    /// <inheritdoc cref="StartProcess(string,string,string,IReadOnlyDictionary{string,string},int?,bool?,bool?,Action{OutputType,string},Func{string,string})"/>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null
    ) =>
        StartProcess(
            toolPath,
            arguments.ToStringAndClear(),
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            arguments.GetFilter()
        );

    /// <summary>Starts a process and returns at once; <see cref="ProcessExtensions.AssertZeroExitCode"/> waits for it.</summary>
    /// <param name="toolPath">A path, or a name that is on the PATH. A <c>.dll</c> is run by <c>dotnet</c>.</param>
    /// <param name="arguments">The command line after the tool.</param>
    /// <param name="workingDirectory"><see cref="DefaultWorkingDirectory"/> when null.</param>
    /// <param name="environmentVariables">All variables of the process; those of this one when null.</param>
    /// <param name="timeout">Milliseconds; none when null.</param>
    /// <param name="logOutput"><see cref="DefaultLogOutput"/> when null.</param>
    /// <param name="logInvocation"><see cref="DefaultLogInvocation"/> when null.</param>
    /// <param name="logger"><see cref="DefaultLogger"/> when null.</param>
    /// <param name="outputFilter">Takes secrets out of what is logged and collected.</param>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null
    )
    {
        Assert.NotNull(toolPath);
        if (!Path.IsPathRooted(toolPath) && !toolPath.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
            toolPath = ToolPathResolver.GetPathExecutable(toolPath);
        workingDirectory ??= DefaultWorkingDirectory;
        Assert.FileExists(toolPath);
        Assert.DirectoryExists(workingDirectory);

        var (fileName, commandLine) = WithInterpreter(toolPath, arguments ?? string.Empty);
        var filter = outputFilter ?? (x => x);
        if (logInvocation ?? DefaultLogInvocation)
            LogInvocation(fileName, filter(commandLine), workingDirectory);
        return ToolProcess.Start(
            StartInfo(fileName, commandLine, workingDirectory, environmentVariables),
            filter,
            timeout is { } limit ? TimeSpan.FromMilliseconds(limit) : Timeout.InfiniteTimeSpan,
            logOutput ?? DefaultLogOutput ? logger ?? DefaultLogger : null
        );
    }

    /// <summary>Logs standard output as debug, error output as error.</summary>
    public static void DefaultLogger(OutputType type, string output) =>
        Log.Write(type == OutputType.Std ? LogEventLevel.Debug : LogEventLevel.Error, AsTemplate(output));

    /// <summary>A line as a message that shows its braces.</summary>
    internal static string AsTemplate(string line) =>
        line.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static (string FileName, string CommandLine) WithInterpreter(string toolPath, string arguments)
    {
        var interpreter =
            toolPath.EndsWithOrdinalIgnoreCase(".dll")
                ? ToolPathResolver.TryGetEnvironmentExecutable("DOTNET_EXE")
                    ?? ToolPathResolver.GetPathExecutable("dotnet")
            : EnvironmentInfo.IsUnix && toolPath.EndsWithOrdinalIgnoreCase(".exe") && !EnvironmentInfo.IsWsl
                ? ToolPathResolver.GetPathExecutable("mono")
            : null;
        return interpreter is null
            ? (toolPath, arguments)
            : (interpreter, $"{toolPath.DoubleQuoteIfNeeded()} {arguments}".TrimEnd());
    }

    private static ProcessStartInfo StartInfo(
        string fileName,
        string arguments,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environmentVariables
    )
    {
        var startInfo = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (environmentVariables is null)
            return startInfo;

        startInfo.Environment.Clear();
        foreach (var (name, value) in environmentVariables)
            startInfo.Environment[name] = value;
        return startInfo;
    }

    private static void LogInvocation(string fileName, string arguments, string workingDirectory)
    {
        lock (LogLock)
        {
            Log.Information("> {ToolPath} {Arguments}", fileName.DoubleQuoteIfNeeded(), arguments);
            if (!LogWorkingDirectory)
                return;
            var isDefault = string.Equals(workingDirectory, DefaultWorkingDirectory, StringComparison.Ordinal);
            Log.Write(
                isDefault ? LogEventLevel.Verbose : LogEventLevel.Information,
                "@ {WorkingDirectory}",
                workingDirectory
            );
        }
    }
}
