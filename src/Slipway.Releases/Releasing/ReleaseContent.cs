namespace Slipway.Releases;

/// <summary>What a release's texts are written from.</summary>
/// <param name="LastTag">The tag of the <see cref="LastRelease"/>; null: this is the first.</param>
/// <param name="Changelog">As the release's commit has it.</param>
/// <param name="IsSigned">Its tag is.</param>
public sealed record ReleaseFacts(
    string Tag,
    RollCommit Roll,
    Changelog Changelog,
    string? LastTag,
    ReleasedImage Image,
    bool IsSigned
);

/// <summary>What is published beside the tag. The same facts must give the same content in every run.</summary>
public sealed record ReleaseContent
{
    /// <summary>The asset with the checksums of the others.</summary>
    public const string ChecksumsFile = "SHA256SUMS";

    /// <summary>Writes the notes, in Markdown.</summary>
    public required Func<ReleaseFacts, CancellationToken, Task<string>> Notes { get; init; }

    /// <summary>Answers the files to publish with an image, by their paths; their names must differ.</summary>
    public Func<ReleasedImage, IReadOnlyList<string>> Files { get; init; } = _ => [];

    /// <summary>
    /// Answers the files among those of an image that are statements about it: they are published in an envelope that is signed
    /// as the tag is, or as they are when it is not.
    /// </summary>
    public Func<ReleasedImage, IReadOnlyList<string>> Statements { get; init; } = _ => [];

    /// <summary>The name under which a statement is published when it is signed.</summary>
    /// <param name="statement">Its file.</param>
    public static string SignedName(string statement) => StatementFile.EnvelopeOf(Path.GetFileName(statement));

    /// <summary>What is wrong with a file as a consumer has downloaded it, by its path, for an image; null: nothing is known to be.</summary>
    public Func<string, ReleasedImage, string?> Inspect { get; init; } = (_, _) => null;

    /// <summary>What is released, by its name.</summary>
    public required string Backend { get; init; }

    /// <summary>Who is told that a version is out, each once. Default: nobody.</summary>
    public IReadOnlyList<NoticeChannel> Channels { get; init; } = [];

    /// <summary>Where the files that a release itself makes are written, such as its checksums.</summary>
    public required string Directory { get; init; }

    /// <summary>Pulls an image's manifest by its digest as a consumer would, and answers the digest of what came.</summary>
    public required Func<string, string> PullManifest { get; init; }
}
