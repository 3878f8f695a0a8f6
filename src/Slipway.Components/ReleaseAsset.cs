using Nuke.Common.IO;
using Slipway.Images;

namespace Slipway.Components;

/// <summary>
/// A file that is published with a version: its OpenAPI document, what the image is made of, where it comes from. A
/// component offers one by a property of this type, null where it has none to offer, and <see cref="IRelease"/> finds the
/// properties of all components of a build; nothing else is to be declared.
/// </summary>
/// <param name="What">What it is, in a few words, for the check list.</param>
/// <param name="File">Where it lies once it is made. Its name is the asset's.</param>
public sealed record ReleaseAsset(string What, AbsolutePath File)
{
    /// <summary>
    /// Reads from the file what it was made of: the version or the digest of an image. One of another image, or of nobody
    /// knows which (null), is left out of a release.
    /// </summary>
    public required Func<AbsolutePath, string?> MadeOf { get; init; }

    /// <summary>
    /// It is a statement about the image (in-toto): what is published is its envelope, signed as the tag is, or the file itself
    /// where the tag is not signed. Default: it is published as it is.
    /// </summary>
    public bool IsStatement { get; init; }

    /// <summary>
    /// Writes the file of an image that is released, where it is not there or is of another one. It must give the same bytes
    /// each time. Null, the default: the file is whatever was made before.
    /// </summary>
    public Action<Digest>? Make { get; init; }
}
