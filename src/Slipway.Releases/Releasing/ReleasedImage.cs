namespace Slipway.Releases;

/// <summary>The image that a release is about.</summary>
/// <param name="Reference">Name and tag; null: it has none any more.</param>
/// <param name="Digest">Its manifest's: <c>sha256:…</c>.</param>
/// <param name="Commit">The full id of the commit that it was built from.</param>
public sealed record ReleasedImage(string? Reference, string Digest, string Commit)
{
    /// <summary>The tree that it was built from had changes beside that commit.</summary>
    public bool IsDirty { get; init; }

    /// <summary>The first twelve digits, for people.</summary>
    public string ShortDigest => Digest[..Math.Min(Digest.Length, "sha256:".Length + 12)];
}

/// <summary>What the environment of the users runs.</summary>
/// <param name="State">As <c>Status</c> says it: <c>serving</c>, <c>empty</c>, <c>deploying</c>, …</param>
/// <param name="Image">Null: nothing is live there, or what is live is not in the store.</param>
/// <param name="Url">Where it answers; null: not known.</param>
public sealed record ProductionState(string Environment, string State, ReleasedImage? Image, Uri? Url);
