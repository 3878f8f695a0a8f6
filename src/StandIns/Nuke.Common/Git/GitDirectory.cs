using System.IO.Compression;
using System.Text;
using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>Reads git's own files, which costs less than asking git: https://git-scm.com/docs/gitrepository-layout.</summary>
internal sealed class GitDirectory
{
    private const string TagPrefix = "refs/tags/";

    private readonly AbsolutePath _own;
    private readonly AbsolutePath _common;

    private GitDirectory(AbsolutePath workingDirectory, AbsolutePath own)
    {
        WorkingDirectory = workingDirectory;
        _own = own;
        // A linked worktree has a HEAD of its own and shares the rest.
        _common = (own / "commondir").FileExists() ? Resolve((own / "commondir").ReadAllText().Trim(), own) : own;
        Config = new GitConfig(_common / "config");
    }

    public AbsolutePath WorkingDirectory { get; }

    public GitConfig Config { get; }

    /// <summary>The full name of the branch, else the commit that is checked out.</summary>
    public string Head
    {
        get
        {
            var head = (_own / "HEAD").ReadAllText().Trim();
            return head.StartsWith("ref:", StringComparison.Ordinal) ? head["ref:".Length..].Trim() : head;
        }
    }

    /// <summary>The repository that a directory belongs to, be it a clone, a linked worktree or a submodule; else null.</summary>
    public static GitDirectory? Find(AbsolutePath directory)
    {
        for (var current = directory; current is not null; current = current.Parent)
        {
            var git = current / ".git";
            if (git.DirectoryExists())
                return new GitDirectory(current, git);
            if (git.FileExists())
                return new GitDirectory(current, Resolve(git.ReadAllText()["gitdir:".Length..].Trim(), current));
        }

        return null;
    }

    /// <summary>The object that a full reference name stands for; null when there is none, as on a branch without commits.</summary>
    public string? Resolve(string reference)
    {
        var file = _common / reference;
        return file.FileExists()
            ? file.ReadAllText().Trim()
            : PackedReferences().FirstOrDefault(x => x.Name.Equals(reference, StringComparison.Ordinal)).Id;
    }

    /// <summary>The names of the tags on a commit, annotated ones included.</summary>
    public IEnumerable<string> TagsOf(string commit)
    {
        var directory = _common / "refs" / "tags";
        var files = directory.DirectoryExists()
            ? Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : Enumerable.Empty<string>();
        var loose = files
            .Where(x => Peel(File.ReadAllText(x).Trim()).Equals(commit, StringComparison.Ordinal))
            .Select(x => directory.GetUnixRelativePathTo(x).ToString());
        var packed = PackedReferences()
            .Where(x => x.Name.StartsWith(TagPrefix, StringComparison.Ordinal))
            .Where(x => (x.PeeledId ?? x.Id).Equals(commit, StringComparison.Ordinal))
            .Select(x => x.Name[TagPrefix.Length..]);
        return loose.Union(packed, StringComparer.Ordinal);
    }

    /// <summary>What a tag object points to. One in a pack, where git puts them only together with their references, stays as it is.</summary>
    private string Peel(string id)
    {
        var file = _common / "objects" / id[..2] / id[2..];
        if (!file.FileExists())
            return id;

        using var content = new ZLibStream(File.OpenRead(file), CompressionMode.Decompress);
        // "tag <size>\0object <id>\n…"
        using var reader = new StreamReader(content, Encoding.ASCII);
        var start = reader.ReadLine() ?? string.Empty;
        var target = start.IndexOf("\0object ", StringComparison.Ordinal);
        return start.StartsWith("tag ", StringComparison.Ordinal) && target > 0
            ? start[(target + "\0object ".Length)..]
            : id;
    }

    private IEnumerable<(string Id, string Name, string? PeeledId)> PackedReferences()
    {
        var file = _common / "packed-refs";
        if (!file.FileExists())
            yield break;

        var lines = file.ReadAllLines();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] is ['#' or '^', ..] || lines[i].Split(' ') is not [var id, var name])
                continue;
            // The line after an annotated tag holds the commit it is on.
            yield return (id, name, i + 1 < lines.Length && lines[i + 1] is ['^', .. var peeled] ? peeled : null);
        }
    }

    private static AbsolutePath Resolve(string path, AbsolutePath directory) => Path.GetFullPath(path, directory);
}
