// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>Finds executables, without starting another process to ask.</summary>
public static class ToolPathResolver
{
    /// <summary>The path in an environment variable; null when it is not set.</summary>
    /// <exception cref="ArgumentException">The variable names a file that does not exist.</exception>
    public static string TryGetEnvironmentExecutable(string environmentExecutable)
    {
        var path = EnvironmentInfo.GetVariable(environmentExecutable);
        if (path is not null)
        {
            Assert.FileExists(
                path,
                $"Path '{path}' from environment variable '{environmentExecutable}' does not exist"
            );
        }

        return path;
    }

    /// <summary>The full path of an existing file, or of the first executable of that name on the PATH.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string GetPathExecutable(string pathExecutable)
    {
        if (File.Exists(pathExecutable))
            return Path.GetFullPath(pathExecutable);

        return EnvironmentInfo
            .Paths.SelectMany(directory => Names(pathExecutable).Select(name => Path.Combine(directory, name)))
            .FirstOrDefault(IsExecutable)
            .NotNull($"Could not find '{pathExecutable}' on the PATH");
    }

    private static IEnumerable<string> Names(string executable) =>
        EnvironmentInfo.IsUnix || Path.HasExtension(executable)
            ? [executable]
            : (EnvironmentInfo.GetVariable("PATHEXT") ?? ".EXE;.CMD;.BAT")
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Select(extension => executable + extension);

    private static bool IsExecutable(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path)
            && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != UnixFileMode.None);
    }
}
