using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs;

/// <summary>Files of the repository that decide how its jobs begin.</summary>
public sealed record RepositoryFiles
{
    const int MaximalDepth = 4;
    static readonly string[] Results = ["artifacts", "bin", "obj", "node_modules"];

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
        if (LockFiles(root).Any())
            return ["**/packages.lock.json"];
        return File.Exists(Path.Combine(root, "Directory.Packages.props"))
            ? ["Directory.Packages.props", "**/*.csproj"]
            : [];
    }

    /// <summary>Of the repository's own projects: what a build has left, and what is hidden, does not count.</summary>
    static IEnumerable<string> LockFiles(string root) =>
        Directory
            .EnumerateFiles(
                root,
                "packages.lock.json",
                new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MaximalDepth }
            )
            .Where(file => !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(Results.Contains));
}
