namespace Slipway.Releases;

/// <summary>A branch and the commit it is at.</summary>
/// <param name="Name">Canonical: <c>refs/heads/main</c>, <c>refs/remotes/origin/main</c>; what <see cref="Detached"/> says
/// for a detached HEAD.</param>
sealed record GitBranch(string Name, string Tip)
{
    /// <summary>The name of the branch that a detached HEAD is on.</summary>
    public const string Detached = "(no branch)";

    const string Heads = "refs/heads/";
    const string Remotes = "refs/remotes/";
    const string Origin = "origin/";

    public bool IsRemote => Name.StartsWith(Remotes, StringComparison.Ordinal);

    /// <summary>As people write it: <c>main</c>, <c>origin/main</c>.</summary>
    public string Friendly { get; } =
        Name.StartsWith(Heads, StringComparison.Ordinal) ? Name[Heads.Length..]
        : Name.StartsWith(Remotes, StringComparison.Ordinal) ? Name[Remotes.Length..]
        : Name;

    /// <summary>The name that configurations are about: that of a branch of the remote <c>origin</c> loses its remote.</summary>
    public string Plain =>
        IsRemote && Friendly.StartsWith(Origin, StringComparison.Ordinal) ? Friendly[Origin.Length..] : Friendly;

    /// <summary>Here or on <c>origin</c>, not on another remote.</summary>
    public bool IsOurs => !IsRemote || Friendly.StartsWith(Origin, StringComparison.Ordinal);

    public bool IsDetached => Name is Detached;

    /// <summary>By the name alone, wherever it is.</summary>
    public bool IsSame(GitBranch other) => string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <summary>Called so by a person or a message: in any case, with or without what stands before it.</summary>
    public bool IsCalled(string name) =>
        new[] { Name, Friendly, Plain }.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static GitBranch Local(string name, string tip) => new(Heads + name, tip);
}

/// <summary>A tag and the commit that it stands for in the end.</summary>
sealed record GitTag(string Name, string Commit);

/// <summary>The branches and tags of a repository, by name.</summary>
sealed record GitReferences(IReadOnlyList<GitBranch> Branches, IReadOnlyList<GitTag> Tags)
{
    const string TagPrefix = "refs/tags/";

    /// <summary>One question to git, whatever the number of tags; annotated tags come with what they point at.</summary>
    public static async Task<GitReferences> ReadAsync(Git git, CancellationToken cancellationToken)
    {
        var lines = await git.RunAsync(
            cancellationToken,
            "for-each-ref",
            "--format=%(objecttype) %(objectname) %(*objecttype) %(*objectname) %(symref)\t%(refname)",
            "refs/heads",
            "refs/remotes",
            "refs/tags"
        );
        List<GitBranch> branches = [];
        List<GitTag> tags = [];
        foreach (var line in lines)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var name = line[(tab + 1)..];
            var parts = line[..tab].Split(' ');
            var commit =
                parts[0] is "commit" ? parts[1]
                : parts[2] is "commit" ? parts[3]
                : null;
            // A reference to another one, such as refs/remotes/origin/HEAD, is no branch of its own.
            if (commit is null || parts[4].Length > 0)
                continue;
            if (name.StartsWith(TagPrefix, StringComparison.Ordinal))
                tags.Add(new GitTag(name[TagPrefix.Length..], commit));
            else
                branches.Add(new GitBranch(name, commit));
        }
        return new GitReferences(branches, tags);
    }
}
