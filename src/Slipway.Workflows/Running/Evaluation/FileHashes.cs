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
        var globs = patterns
            .SelectMany(pattern => pattern.Split('\n', StringSplitOptions.TrimEntries))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => new GlobPattern(line))
            .ToList();
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var found = false;
        try
        {
            foreach (var file in Walk(workspace, "").Where(file => Matches(globs, file)))
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

    static bool Matches(List<GlobPattern> globs, string file) =>
        globs.FindLast(glob => glob.IsMatch(file)) is { IsExclusion: false };

    /// <summary>Files below a directory, relative with '/'. A link to a directory is not followed, and is no file.</summary>
    static IEnumerable<string> Walk(string workspace, string below)
    {
        var entries = new DirectoryInfo(Path.Combine(workspace, below)).GetFileSystemInfos();
        Array.Sort(entries, static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        foreach (var entry in entries)
        {
            var path = below.Length == 0 ? entry.Name : $"{below}/{entry.Name}";
            if (entry is DirectoryInfo { LinkTarget: null })
            {
                foreach (var inner in Walk(workspace, path))
                    yield return inner;
            }
            else if (entry is FileInfo && !Directory.Exists(entry.FullName))
                yield return path;
        }
    }
}
