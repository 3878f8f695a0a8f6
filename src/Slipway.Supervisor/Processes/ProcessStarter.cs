using System.ComponentModel;
using System.Diagnostics;
using Slipway.Protocol.Processes;
using Slipway.Protocol.Supervision;

namespace Slipway.Supervisor.Processes;

/// <summary>The process cannot be started, and trying again would not help; the message says why.</summary>
sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Starts a process as it was specified.</summary>
static class ProcessStarter
{
    /// <summary>The variable by which a process is recognised when its pid was never written down.</summary>
    public const string MarkVariable = "SLIPWAY_PROCESS";

    /// <summary>Throws <see cref="CannotStartException"/>.</summary>
    public static RunningProcess Start(ProcessSpecification specification, string mark, TimeProvider time)
    {
        var environment = new Dictionary<string, string>(InheritedEnvironment.Read(), StringComparer.Ordinal);
        foreach (var (name, value) in specification.Environment)
            environment[name] = value;
        environment[MarkVariable] = mark;

        try
        {
            Check(specification, environment.GetValueOrDefault("PATH", ""));
            Directory.CreateDirectory(Path.GetDirectoryName(specification.LogFile)!);
            var start = DetachedProcess.Child(
                specification.Command,
                specification.Arguments,
                environment,
                specification.WorkingDirectory,
                specification.LogFile
            );
            return RunningProcess.Child(Process.Start(start)!, time);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(failure.Message, failure);
        }
    }

    static void Check(ProcessSpecification specification, string path)
    {
        if (!Directory.Exists(specification.WorkingDirectory))
            throw new CannotStartException($"The working directory {specification.WorkingDirectory} is not there.");
        var found = Path.IsPathRooted(specification.Command)
            ? File.Exists(specification.Command)
            : path.Split(':').Any(directory => File.Exists(Path.Combine(directory, specification.Command)));
        if (!found)
            throw new CannotStartException($"The command {specification.Command} is not there.");
    }
}
