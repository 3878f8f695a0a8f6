using System.Text.Json;
using Nuke.Common.IO;

namespace Slipway.Components.SupplyChain;

/// <summary>Where the packages lie that the backend was compiled with.</summary>
static class PackageFolders
{
    /// <summary>As its last restore says; where there was none, NuGet's own folder.</summary>
    public static IReadOnlyList<string> Of(ICompileBackend build)
    {
        var project = build.RootDirectory / build.Backend.Project;
        AbsolutePath[] places =
        [
            build.RootDirectory / "artifacts" / "obj" / project.NameWithoutExtension / "project.assets.json",
            project.Parent / "obj" / "project.assets.json",
        ];
        var assets = places.FirstOrDefault(file => file.FileExists());
        return assets is null ? [Default()]
            : Read(File.ReadAllBytes(assets)) is { Count: > 0 } found ? found
            : [Default()];
    }

    /// <summary>Pure: the folders that a <c>project.assets.json</c> names.</summary>
    internal static IReadOnlyList<string> Read(ReadOnlyMemory<byte> assets)
    {
        try
        {
            using var document = JsonDocument.Parse(assets);
            return
            [
                .. document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name),
            ];
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>learn.microsoft.com/nuget/consume-packages/managing-the-global-packages-and-cache-folders</summary>
    static string Default() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
