namespace Slipway.Releases;

/// <summary>What git and the remote say before a release: everything that is judged before something is changed.</summary>
public sealed record ReleaseWorld
{
    /// <summary>Null: HEAD is detached.</summary>
    public required string? Branch { get; init; }

    /// <summary>HEAD's full id.</summary>
    public required string Head { get; init; }

    /// <summary>Null: HEAD is no roll commit.</summary>
    public RollCommit? Roll { get; init; }

    /// <summary>
    /// Files that differ from HEAD. A changelog that a killed run has rolled, and not committed yet, is none of them.
    /// </summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What the changelog that is to be rolled has to be put right, a line each.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The unreleased section has one.</summary>
    public bool HasEntries { get; init; }

    /// <summary>The highest version among the tags below what is released, this release's own left out: a new one is above it.</summary>
    public SemanticVersion? Last { get; init; }

    /// <summary>What the notes tell the changes since; null: this is the first release.</summary>
    public LastRelease? LastRelease { get; init; }

    /// <summary>Null: the version has no tag here.</summary>
    public TagState? LocalTag { get; init; }

    /// <summary>Null: the version has no tag at the remote.</summary>
    public TagState? RemoteTag { get; init; }

    /// <summary>Null: HEAD is on no branch.</summary>
    public RemoteState? Remote { get; init; }

    /// <summary>Why git cannot sign, in its words; null: it can, or it was not asked.</summary>
    public string? SigningFailure { get; init; }

    /// <summary>What was built, deployed and judged.</summary>
    public string Base => Roll?.Base ?? Head;

    /// <summary>
    /// The tag is at the remote, on this roll commit: the release is decided and all that is left is to finish it, whatever
    /// has happened to branch, production and keys since.
    /// </summary>
    public bool IsPushed => Roll is not null && Head.Is(RemoteTag?.Commit);
}

/// <summary>A tag.</summary>
/// <param name="Id">The tag object's id; a lightweight tag has its commit's.</param>
/// <param name="Commit">The full id of the commit that it leads to.</param>
public sealed record TagState(string Id, string Commit);

/// <summary>The remote's branch as against HEAD.</summary>
public enum RemoteState
{
    /// <summary>There is no such remote.</summary>
    NoRemote,

    /// <summary>The remote has no branch of that name.</summary>
    NoBranch,

    /// <summary>It has HEAD.</summary>
    Same,

    /// <summary>It lacks the roll commit, and that alone.</summary>
    LacksRoll,

    /// <summary>It lacks commits.</summary>
    Behind,

    /// <summary>It has commits that HEAD has not.</summary>
    Ahead,
}
