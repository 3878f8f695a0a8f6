namespace Slipway.Releases;

/// <summary>A file of a release as the host has it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="IsWhole">The upload was finished; a half one has no content and stands in the way of its name.</param>
/// <param name="Digest"><c>sha256:…</c>; null: the host does not say, as an older GitHub Enterprise Server.</param>
/// <param name="Page">Where people download it.</param>
public sealed record HostedAsset(long Id, string Name, long Size, bool IsWhole, string? Digest, Uri Page);

/// <summary>A file to be uploaded.</summary>
/// <param name="Name">Letters, digits, dots, hyphens and underscores: GitHub would rename what has others.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="ContentType">For example <c>application/json</c>.</param>
public sealed record AssetFile(string Name, string Path, string ContentType);
