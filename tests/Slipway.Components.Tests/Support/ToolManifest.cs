using Slipway.Testing;

namespace Slipway.Components.Tests.Support;

/// <summary>The tools of this repository, for a build in a directory of a test's own.</summary>
static class ToolManifest
{
    const string Name = ".config/dotnet-tools.json";

    public static void GiveTo(TempDirectory root) => root.Write(Name, File.ReadAllText(Path.Combine(Here(), Name)));

    /// <inheritdoc cref="GiveTo(TempDirectory)"/>
    public static void GiveTo(GitRepository root) => root.Write(Name, File.ReadAllText(Path.Combine(Here(), Name)));

    static string Here()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, Name)))
            directory =
                Path.GetDirectoryName(directory)
                ?? throw new InvalidOperationException($"{Name} is not above the tests.");
        return directory;
    }
}
