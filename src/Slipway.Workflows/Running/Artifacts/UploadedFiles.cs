namespace Slipway.Workflows.Running.Artifacts;

/// <summary>
/// Which files <c>actions/upload-artifact</c> takes, and what they are called in the artifact: relative to the directory
/// that its patterns have in common (upload-artifact, README, "Upload using Multiple Paths and Exclusions").
/// </summary>
static class UploadedFiles
{
    /// <param name="paths">A pattern a line, relative to the workspace or absolute; <c>!</c> takes files away again.</param>
    /// <param name="includesHidden">Files and directories whose names begin with a dot, too.</param>
    public static IReadOnlyList<(string Path, string Source)> Find(string workspace, string paths, bool includesHidden)
    {
        var lines = paths
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => Absolute(line, workspace))
            .ToList();
        var globs = lines.ConvertAll(line => new GlobPattern(line));
        var roots = lines.Where(line => line[0] != '!').Select(Root).Distinct(StringComparer.Ordinal).ToList();
        var files = roots
            .SelectMany(root => Below(root, includesHidden))
            .Distinct(StringComparer.Ordinal)
            .Where(file => globs.FindLast(glob => glob.IsMatch(file.TrimStart('/'))) is { IsExclusion: false })
            .Order(StringComparer.Ordinal)
            .ToList();
        // One file that is named itself stands at the top.
        var common = roots is [var only] && File.Exists(only) ? Path.GetDirectoryName(only)! : Common(roots);
        return [.. files.Select(file => (Path.GetRelativePath(common, file).Replace('\\', '/'), file))];
    }

    static string Absolute(string line, string workspace)
    {
        var pattern = line.TrimStart('!');
        if (pattern.StartsWith("~/", StringComparison.Ordinal))
            pattern = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + pattern[1..];
        return line[..^line.TrimStart('!').Length] + Path.GetFullPath(pattern, workspace);
    }

    /// <summary>What is in front of the first segment with a wildcard.</summary>
    static string Root(string pattern)
    {
        var fixedPart = pattern.Split('/').TakeWhile(segment => segment.IndexOfAny(['*', '?', '[']) < 0);
        return string.Join('/', fixedPart) is { Length: > 0 } root ? root : "/";
    }

    static IEnumerable<string> Below(string root, bool includesHidden)
    {
        if (File.Exists(root))
            return includesHidden || Path.GetFileName(root)[0] != '.' ? [root] : [];
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(
                root,
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    // Hidden here is a name that begins with a dot.
                    AttributesToSkip = includesHidden ? FileAttributes.None : FileAttributes.Hidden,
                }
            )
            : [];
    }

    static string Common(List<string> roots)
    {
        if (roots.Count == 0)
            return "/";
        var common = roots[0].Split('/').AsEnumerable();
        foreach (var root in roots.Skip(1))
            common = common
                .Zip(root.Split('/'))
                .TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal))
                .Select(pair => pair.First);
        return string.Join('/', common) is { Length: > 0 } path ? path : "/";
    }
}
