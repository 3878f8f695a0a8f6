using System.Text.Json;
using System.Xml.Linq;

namespace Nuke.Common.Tooling;

/// <summary>The packages that the build project has, and where they are installed.</summary>
internal static class NuGetPackages
{
    /// <summary>The directory of a package in the given version, else in the one that the project has, else the newest.</summary>
    /// <returns>Null when the project does not have the package or it is not installed.</returns>
    public static string? FindDirectory(string packageId, string? version)
    {
        var fromAssets = FromAssets(packageId);
        if (fromAssets is null && !IsInProjectFile(packageId))
            return null;

        var installed = Path.Combine(GlobalDirectory(), packageId.ToLowerInvariant());
        return (version ?? fromAssets) is { } wanted
            ? Existing(Path.Combine(installed, wanted.ToLowerInvariant()))
            : Newest(installed);
    }

    /// <summary>NUGET_PACKAGES, else the directory that NuGet uses by default.</summary>
    internal static string GlobalDirectory() =>
        EnvironmentInfo.GetVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string? FromAssets(string packageId)
    {
        if (AssetsFile() is not { } file)
            return null;

        using var stream = File.OpenRead(file);
        using var assets = JsonDocument.Parse(stream);
        return Downloaded(assets.RootElement, packageId) ?? Referenced(assets.RootElement, packageId);
    }

    private static string? Downloaded(JsonElement assets, string packageId) =>
        assets
            .GetProperty("project")
            .GetProperty("frameworks")
            .EnumerateObject()
            .Where(x => x.Value.TryGetProperty("downloadDependencies", out _))
            .SelectMany(x => x.Value.GetProperty("downloadDependencies").EnumerateArray())
            .Where(x => IsSame(x.GetProperty("name").GetString(), packageId))
            // A download has an exact version: [6.4.0, 6.4.0].
            .Select(x => x.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0].Trim())
            .FirstOrDefault();

    private static string? Referenced(JsonElement assets, string packageId) =>
        assets
            .GetProperty("libraries")
            .EnumerateObject()
            .Select(x => x.Name.Split('/'))
            .FirstOrDefault(x => IsSame(x[0], packageId))
            ?[^1];

    // obj/ is beside the project, or with the artifacts layout at artifacts/obj/<project> where bin/ is artifacts/bin/….
    private static string? AssetsFile()
    {
        const string Name = "project.assets.json";
        var project = NuGetToolPathResolver.NuGetPackagesConfigFile ?? string.Empty;
        string?[] candidates =
        [
            NuGetToolPathResolver.NuGetAssetsConfigFile,
            Path.Combine(Path.GetDirectoryName(project) ?? string.Empty, "obj", Name),
            NukeBuild.BuildAssemblyDirectory is { } assembly
                ? Path.Combine(assembly, "..", "..", "..", "obj", Path.GetFileNameWithoutExtension(project), Name)
                : null,
        ];
        return candidates.FirstOrDefault(File.Exists);
    }

    private static bool IsInProjectFile(string packageId) =>
        File.Exists(NuGetToolPathResolver.NuGetPackagesConfigFile)
        && XDocument
            .Load(NuGetToolPathResolver.NuGetPackagesConfigFile)
            .Descendants()
            .Where(x => x.Name.LocalName is "PackageReference" or "PackageDownload")
            .Any(x => IsSame(x.Attribute("Include")?.Value, packageId));

    private static string? Newest(string installed) =>
        Directory.Exists(installed)
            ? Directory
                .EnumerateDirectories(installed)
                .OrderBy(x => !Path.GetFileName(x).Contains('-', StringComparison.Ordinal))
                .ThenBy(x =>
                    Version.TryParse(Path.GetFileName(x).Split('-')[0], out var parsed) ? parsed : new Version()
                )
                .LastOrDefault()
            : null;

    private static string? Existing(string directory) => Directory.Exists(directory) ? directory : null;

    private static bool IsSame(string? packageId, string other) =>
        string.Equals(packageId, other, StringComparison.OrdinalIgnoreCase);
}
