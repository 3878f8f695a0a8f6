using System.IO.Enumeration;
using Slipway.Workflows.Caching.Keys;

namespace Slipway.Workflows.Caching.Trees;

/// <summary>
/// The files of a checkout as they lie there: those that git tracks, and those that it neither tracks nor ignores. Without
/// a repository, all that no <c>.gitignore</c> names. A user's own rules (core.excludesFile) are not read: too much is
/// looked at then, never too little.
/// </summary>
public sealed class WorkingTree
{
    readonly string _root;
    readonly FileHashes _hashes;
    readonly List<string> _files;
    readonly HashSet<string> _tracked;
    readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    readonly Dictionary<string, CacheKey> _keys = new(StringComparer.Ordinal);

    WorkingTree(string root, FileHashes hashes, HashSet<string> tracked, List<string> files)
    {
        (_root, _hashes, _tracked, _files) = (root, hashes, tracked, files);
    }

    /// <summary>All files, from the root, in ordinal order.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <exception cref="CacheUnavailableException">It cannot be told which files there are.</exception>
    public static WorkingTree Of(string root, FileHashes hashes)
    {
        root = Path.GetFullPath(root);
        try
        {
            var git = GitFiles.Find(root);
            var tracked = new HashSet<string>(Tracked(git, root), StringComparer.Ordinal);
            var files = new HashSet<string>(tracked, StringComparer.Ordinal);
            var rules = new List<IgnoreFile>();
            if (git is not null && File.Exists(git.Exclude))
                rules.Add(new IgnoreFile("", File.ReadLines(git.Exclude)));
            Walk(root, "", rules, files);
            var sorted = files.ToList();
            sorted.Sort(string.CompareOrdinal);
            return new WorkingTree(root, hashes, tracked, sorted);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CacheUnavailableException($"The files of {root} cannot be listed: {failure.Message}", failure);
        }
    }

    /// <summary>The files that match, with what they hold.</summary>
    /// <param name="isTracked">Only those that git tracks.</param>
    /// <exception cref="CacheUnavailableException">One of them cannot be read.</exception>
    public IEnumerable<Ingredient> Matching(PathPatterns patterns, bool isTracked = false)
    {
        foreach (var file in _files)
        {
            if (!patterns.Match(file) || (isTracked && !_tracked.Contains(file)))
                continue;
            // Tracked, and not there: that is what it is like.
            if (!_values.TryGetValue(file, out var value))
                _values.Add(file, value = _hashes.Of(Path.Combine(_root, file)));
            yield return new Ingredient(IngredientKind.File, file, value);
        }
    }

    /// <summary>One for all the files that <see cref="Matching"/> names: several targets ask for the same ones.</summary>
    /// <exception cref="CacheUnavailableException">One of them cannot be read.</exception>
    public CacheKey KeyOf(PathPatterns patterns, bool isTracked = false)
    {
        var question = $"{isTracked} {string.Join('\n', patterns.Texts)}";
        if (!_keys.TryGetValue(question, out var key))
            _keys.Add(question, key = CacheKey.Of(Matching(patterns, isTracked)));
        return key;
    }

    static IEnumerable<string> Tracked(GitFiles? git, string root)
    {
        if (git is null)
            return [];
        var paths = GitIndex.Paths(git.Index);
        var below = Path.GetRelativePath(git.Top, root).Replace('\\', '/');
        if (below is ".")
            return paths;
        return paths
            .Where(path => path.StartsWith($"{below}/", StringComparison.Ordinal))
            .Select(path => path[(below.Length + 1)..]);
    }

    /// <param name="directory">From the root, "" or with a slash at its end.</param>
    static void Walk(string root, string directory, List<IgnoreFile> rules, HashSet<string> files)
    {
        // With a slash behind a directory's name.
        var entries = new FileSystemEnumerable<string>(
            Path.Combine(root, directory),
            (ref FileSystemEntry entry) =>
                entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
                    ? $"{entry.FileName}/"
                    : entry.FileName.ToString(),
            s_all
        ).ToList();
        var own = entries.Contains(".gitignore");
        if (own)
            rules.Add(new IgnoreFile(directory, File.ReadLines(Path.Combine(root, directory, ".gitignore"))));
        foreach (var entry in entries)
        {
            var isDirectory = entry.EndsWith('/');
            var name = isDirectory ? entry[..^1] : entry;
            var path = directory + name;
            if (name is ".git" || (IsIgnored(rules, path, isDirectory) && !IsReadAnyway(name)))
                continue;
            if (isDirectory)
                Walk(root, $"{path}/", rules, files);
            else if (name.Contains('\uFFFD', StringComparison.Ordinal))
                throw new CacheUnavailableException($"{path} has a name that is no UTF-8.");
            else
                files.Add(path);
        }

        if (own)
            rules.RemoveAt(rules.Count - 1);
    }

    static readonly EnumerationOptions s_all = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
    };

    /// <summary>Settings of one person, which MSBuild takes into a project whoever ignores them.</summary>
    static bool IsReadAnyway(string name) => name.EndsWith("proj.user", StringComparison.OrdinalIgnoreCase);

    /// <summary>The nearest file that has a rule for it decides.</summary>
    static bool IsIgnored(List<IgnoreFile> rules, string path, bool isDirectory)
    {
        for (var i = rules.Count - 1; i >= 0; i--)
        {
            if (rules[i].Ignores(path, isDirectory) is { } answer)
                return answer;
        }

        return false;
    }
}
