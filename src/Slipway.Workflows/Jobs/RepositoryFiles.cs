using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs;

/// <summary>Files of the repository that decide how its jobs begin.</summary>
public sealed record RepositoryFiles
{
    /// <summary>There is a <c>global.json</c> at the root: it says which SDK.</summary>
    public bool HasGlobalJson { get; init; }

    /// <summary>Patterns of the files that name every package, for the cache's key; none means no cache.</summary>
    public ValueList<string> PackageFiles { get; init; } = [];

    /// <param name="root">The repository's directory.</param>
    public static RepositoryFiles Read(string root) =>
        new() { HasGlobalJson = File.Exists(Path.Combine(root, "global.json")), PackageFiles = PackageFilesOf(root) };

    /// <summary>Lock files say exactly what is restored; central versions do with the projects that use them.</summary>
    static ValueList<string> PackageFilesOf(string root)
    {
        if (
            Directory
                .EnumerateFiles(
                    root,
                    "packages.lock.json",
                    new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4 }
                )
                .Any()
        )
            return ["**/packages.lock.json"];
        return File.Exists(Path.Combine(root, "Directory.Packages.props"))
            ? ["Directory.Packages.props", "**/*.csproj"]
            : [];
    }
}
