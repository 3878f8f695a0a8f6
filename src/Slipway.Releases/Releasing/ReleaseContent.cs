namespace Slipway.Releases;

/// <summary>What a release's texts are written from.</summary>
/// <param name="Last">The version before; null: this is the first.</param>
/// <param name="IsSigned">Its tag is.</param>
public sealed record ReleaseFacts(
    string Tag,
    RollCommit Roll,
    SemanticVersion? Last,
    ReleasedImage Image,
    bool IsSigned
);

/// <summary>What is published beside the tag. The same facts must give the same content in every run.</summary>
public sealed record ReleaseContent
{
    /// <summary>Writes the notes, in Markdown.</summary>
    public required Func<ReleaseFacts, CancellationToken, Task<string>> Notes { get; init; }

    /// <summary>Files to publish, by their paths; their names must differ.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Where the files that a release itself makes are written, such as its checksums.</summary>
    public required string Directory { get; init; }

    /// <summary>Pulls an image's manifest by its digest as a consumer would, and answers the digest of what came.</summary>
    public required Func<string, string> PullManifest { get; init; }
}
