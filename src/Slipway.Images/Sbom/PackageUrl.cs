namespace Slipway.Images;

/// <summary>Package URLs (ECMA-427, and the types of github.com/package-url/purl-spec).</summary>
static class PackageUrl
{
    public static string NuGet(string name, string version) => $"pkg:nuget/{Escape(name)}@{Escape(version)}";

    /// <param name="name">The last part of its repository's name.</param>
    public static string Oci(string name, Digest digest) =>
        $"pkg:oci/{Escape(name.ToLowerInvariant())}@{Escape(digest.ToString())}";

    static string Escape(string text) => Uri.EscapeDataString(text);
}
