namespace Slipway.Databases.Npm;

/// <summary>A package of the npm registry, pinned by its digest.</summary>
/// <param name="Name">With its scope: <c>@scope/name</c>.</param>
/// <param name="Integrity">SHA-512 of the tarball, base64: what npm calls <c>dist.integrity</c>, without its prefix.</param>
record NpmPackage(string Name, string Version, string Integrity)
{
    /// <summary>What a registry calls the tarball: the name without its scope, and the version.</summary>
    public string TarballName => $"{Name[(Name.IndexOf('/', StringComparison.Ordinal) + 1)..]}-{Version}.tgz";
}
