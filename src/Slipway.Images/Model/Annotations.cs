namespace Slipway.Images;

/// <summary>Keys of annotations and labels: those of OCI image-spec 1.1 (annotations.md) and our own.</summary>
public static class Annotations
{
    public const string Created = "org.opencontainers.image.created";
    public const string Revision = "org.opencontainers.image.revision";
    public const string Source = "org.opencontainers.image.source";
    public const string Title = "org.opencontainers.image.title";
    public const string Version = "org.opencontainers.image.version";
    public const string ReferenceName = "org.opencontainers.image.ref.name";
    public const string BaseDigest = "org.opencontainers.image.base.digest";

    /// <summary><c>true</c> on an image that holds the application alone: it runs as a process, not as a container.</summary>
    public const string AppLayerOnly = "dev.slipway.app-layer-only";
}
