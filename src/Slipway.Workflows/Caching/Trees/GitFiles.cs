using System.Text;

namespace Slipway.Workflows.Caching.Trees;

/// <summary>
/// git's own files (git-scm.com/docs/gitrepository-layout), read where they lie: asking git costs more than all else that
/// an unchanged tree needs.
/// </summary>
public sealed class GitFiles
{
    readonly string _own;
    readonly string _common;

    GitFiles(string top, string own)
    {
        Top = top;
        _own = own;
        // A linked worktree has a HEAD and an index of its own and shares the rest.
        var common = Path.Combine(own, "commondir");
        _common = File.Exists(common) ? Path.GetFullPath(File.ReadAllText(common).Trim(), own) : own;
    }

    /// <summary>The working tree's directory.</summary>
    public string Top { get; }

    public string Index => Path.Combine(_own, "index");

    /// <summary>Rules of ignored files that are not a part of the tree.</summary>
    public string Exclude => Path.Combine(_common, "info", "exclude");

    /// <summary>The repository that a directory lies in; null: in none.</summary>
    public static GitFiles? Find(string directory)
    {
        for (var current = Path.GetFullPath(directory); current is not null; current = Path.GetDirectoryName(current))
        {
            var git = Path.Combine(current, ".git");
            if (Directory.Exists(git))
                return new GitFiles(current, git);
            if (
                File.Exists(git)
                && File.ReadAllText(git) is var text
                && text.StartsWith("gitdir:", StringComparison.Ordinal)
            )
                return new GitFiles(current, Path.GetFullPath(text["gitdir:".Length..].Trim(), current));
        }

        return null;
    }

    /// <summary>What tells one commit from another: the name of what is checked out, and what it stands for.</summary>
    public string Head()
    {
        var head = TextOf(Path.Combine(_own, "HEAD")).Trim();
        if (!head.StartsWith("ref:", StringComparison.Ordinal))
            return head;
        var name = head["ref:".Length..].Trim();
        var loose = TextOf(Path.Combine(_common, name)).Trim();
        return $"{name} {(loose.Length > 0 ? loose : Packed(name))}";
    }

    /// <summary>Every tag with what it stands for, on lines.</summary>
    public string Tags()
    {
        var tags = new StringBuilder();
        var directory = Path.Combine(_common, "refs", "tags");
        if (Directory.Exists(directory))
        {
            foreach (
                var file in Directory
                    .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
            )
                tags.Append(Path.GetRelativePath(directory, file)).Append(' ').AppendLine(TextOf(file).Trim());
        }

        foreach (var line in TextOf(PackedRefs).Split('\n'))
        {
            if (line.Contains(" refs/tags/", StringComparison.Ordinal) || line.StartsWith('^'))
                tags.AppendLine(line);
        }

        return tags.ToString();
    }

    string PackedRefs => Path.Combine(_common, "packed-refs");

    string Packed(string name) =>
        TextOf(PackedRefs).Split('\n').FirstOrDefault(line => line.EndsWith($" {name}", StringComparison.Ordinal))
        ?? "";

    static string TextOf(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
