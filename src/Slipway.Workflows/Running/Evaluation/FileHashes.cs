using System.Security.Cryptography;

namespace Slipway.Workflows.Running;

/// <summary>
/// <c>hashFiles</c> as the runner computes it (actions/runner, expressionFunc/hashFiles): SHA-256 of the SHA-256 of each
/// file that matches, in the order of a walk with names sorted by their bytes.
/// </summary>
static class FileHashes
{
    /// <param name="patterns">Globs relative to the workspace; a line each; <c>!</c> takes files away again.</param>
    /// <returns>In hexadecimal; empty when no file matches.</returns>
    /// <exception cref="EvaluationException">A file cannot be read.</exception>
    public static string Of(string workspace, IReadOnlyList<string> patterns)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var found = false;
        try
        {
            foreach (var file in Matching(workspace, patterns))
            {
                using var stream = File.OpenRead(Path.Combine(workspace, file));
                all.AppendData(SHA256.HashData(stream));
                found = true;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"hashFiles(): {failure.Message}", failure);
        }
        return found ? Convert.ToHexStringLower(all.GetHashAndReset()) : "";
    }

    /// <summary>The files, relative with '/', in the order in which they are hashed.</summary>
    internal static IEnumerable<string> Matching(string workspace, IReadOnlyList<string> patterns)
    {
        var globs = patterns
            .SelectMany(pattern => pattern.Split('\n', StringSplitOptions.TrimEntries))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => new GlobPattern(line))
            .ToList();
        return Starts(globs)
            .SelectMany(start => Walk(workspace, start))
            .Where(file => globs.FindLast(glob => glob.IsMatch(file)) is { IsExclusion: false });
    }

    /// <summary>Where walks begin, in the order of the patterns; not below another's beginning.</summary>
    static IEnumerable<string> Starts(List<GlobPattern> globs)
    {
        var starts = globs.Where(glob => !glob.IsExclusion).Select(glob => glob.Start).Distinct(StringComparer.Ordinal);
        var all = starts.ToList();
        return all.Where(start => !all.Exists(other => IsBelow(start, other)));
    }

    static bool IsBelow(string path, string directory) =>
        path.Length > directory.Length
        && (directory.Length == 0 || path.StartsWith($"{directory}/", StringComparison.Ordinal));

    /// <summary>The file itself, or all below the directory. A link to a directory is not followed, and is no file.</summary>
    static IEnumerable<string> Walk(string workspace, string path)
    {
        var full = Path.Combine(workspace, path);
        if (File.Exists(full))
            return [path];
        var directory = new DirectoryInfo(full);
        if (!directory.Exists || (path.Length > 0 && directory.LinkTarget is not null))
            return [];
        return directory
            .GetFileSystemInfos()
            .Select(entry => entry.Name)
            .Order(StringComparer.Ordinal)
            .SelectMany(name => Walk(workspace, path.Length == 0 ? name : $"{path}/{name}"));
    }
}
