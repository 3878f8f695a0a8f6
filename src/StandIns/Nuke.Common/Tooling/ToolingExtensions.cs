// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Globalization;
using Nuke.Common.IO;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>What needs the system for a file: permissions, links, running it.</summary>
public static class ToolingExtensions
{
    /// <summary>Makes a file executable for all; with <paramref name="updateVcsIndex"/> also in git.</summary>
    public static AbsolutePath SetExecutable(this AbsolutePath path, bool updateVcsIndex = false)
    {
        if (updateVcsIndex)
        {
            ProcessTasks
                .StartProcess(
                    "git",
                    $"update-index --add --chmod=+x {path}",
                    workingDirectory: path.Parent,
                    logInvocation: false,
                    logOutput: false
                )
                .AssertZeroExitCode();
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                path,
                File.GetUnixFileMode(path)
                    | UnixFileMode.UserExecute
                    | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherExecute
            );
        }

        return path;
    }

    /// <summary>Sets permissions by number, as in <c>755</c>; does nothing on Windows.</summary>
    public static AbsolutePath SetUnixPermissions(this AbsolutePath path, int permissions) =>
        path.SetUnixPermissions(permissions.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="SetUnixPermissions(AbsolutePath,int)"/>
    public static AbsolutePath SetUnixPermissions(this AbsolutePath path, string permissions)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(permissions, fromBase: 8));
        return path;
    }

    /// <summary>Makes a symbolic link to the path; does nothing on Windows.</summary>
    public static AbsolutePath AddUnixSymlink(this AbsolutePath path, AbsolutePath linkPath, bool force = false)
    {
        if (EnvironmentInfo.IsWin)
            return path;
        if (force)
            File.Delete(linkPath);
        File.CreateSymbolicLink(linkPath, path);
        return path;
    }

    /// <summary>Logs the content of a file.</summary>
    public static AbsolutePath Print(this AbsolutePath path, LogEventLevel level = LogEventLevel.Information)
    {
        Log.Write(
            level,
            "Content of {Path}" + Environment.NewLine + ProcessTasks.AsTemplate(path.ReadAllText()),
            path.ToString()
        );
        return path;
    }
}
