namespace Slipway.Images;

/// <summary>How layers are stored.</summary>
public enum LayerCompression
{
    /// <summary>
    /// A plain tar, the default: its digest follows from the content alone. Compressed bytes also depend on the zlib
    /// that a runtime brings (and zlib-ng's on the processor), so that a rebuild elsewhere could not be compared. Layers
    /// between directories on one machine gain nothing from compression either. Tools that copy images may compress, and
    /// so rename, such a layer unless told otherwise (<c>skopeo copy --preserve-digests</c>).
    /// </summary>
    None,

    /// <summary>
    /// A tar in gzip, for registries: about a third of the size. The same digest only from the same .NET runtime on the
    /// same kind of machine; the layer's diff ID is that of <see cref="None"/>.
    /// </summary>
    Gzip,
}
