using System.Reflection;

namespace TinyGallery.Api.Observability;

/// <summary>Which build this is, as stamped into the assembly.</summary>
/// <param name="Commit">The full id, or "unknown" when the build was not told.</param>
/// <param name="BuildTime">ISO 8601, UTC; null when the build was not told.</param>
sealed record BuildInfo(string Version, string Commit, string? BuildTime)
{
    public static BuildInfo Current { get; } = Read(Assembly.GetExecutingAssembly());

    static BuildInfo Read(Assembly assembly)
    {
        var metadata = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToList();
        return new BuildInfo(
            assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0",
            metadata.Find(entry => entry.Key is "Commit")?.Value ?? "unknown",
            metadata.Find(entry => entry.Key is "BuildTime")?.Value
        );
    }
}
