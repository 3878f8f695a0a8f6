// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using System.Runtime.Versioning;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Finds the executables of NuGet packages that the build project references or downloads.</summary>
public static class NuGetToolPathResolver
{
    /// <summary>Where a build that was published as one file unpacked its packages.</summary>
    public static string EmbeddedPackagesDirectory { get; set; }

    private static string s_packagesConfigFile;

    /// <summary>The build's project file.</summary>
    public static string NuGetPackagesConfigFile
    {
        get => s_packagesConfigFile ?? NukeBuild.BuildProjectFile;
        set => s_packagesConfigFile = value;
    }

    /// <summary>The build's <c>project.assets.json</c>, written by its restore; looked for beside the project when null.</summary>
    public static string NuGetAssetsConfigFile { get; set; }

    /// <param name="packageId">One or several separated by <c>|</c>, of which the first that is installed counts.</param>
    /// <param name="packageExecutable">Name of its file; one or several separated by <c>|</c>.</param>
    /// <param name="version">The referenced one when null.</param>
    /// <param name="framework">When null that of the build, else the newest.</param>
    /// <exception cref="ArgumentException">The package is not referenced or not installed, or has no such file.</exception>
    public static string GetPackageExecutable(
        string packageId,
        string packageExecutable,
        string version = null,
        string framework = null
    )
    {
        var directory = GetPackageDirectory(packageId.Split('|', StringSplitOptions.RemoveEmptyEntries), version);
        var names = packageExecutable.Split('|', StringSplitOptions.RemoveEmptyEntries);
        var anywhere = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MatchCasing = MatchCasing.CaseInsensitive,
        };
        var files = names.SelectMany(x => Directory.EnumerateFiles(directory, x, anywhere)).ToList();
        Assert.NotEmpty(
            files,
            $"Could not find {names.Select(x => x.SingleQuote()).JoinCommaOr()} inside '{directory}'"
        );
        return Best(files, framework ?? BuildFramework());
    }

    /// <summary>Prefers the given framework, then the highest; a <c>.dll</c> before what only this system runs.</summary>
    internal static string Best(IEnumerable<string> files, string framework) =>
        files
            .OrderByDescending(x => FrameworkOf(x).EqualsOrdinalIgnoreCase(framework))
            .ThenByDescending(x => FrameworkVersion(FrameworkOf(x)))
            .ThenByDescending(x => x.EndsWithOrdinalIgnoreCase(".dll"))
            .ThenByDescending(x => x.EndsWithOrdinalIgnoreCase(EnvironmentInfo.IsWin ? ".exe" : ".sh"))
            .First();

    private static string GetPackageDirectory(string[] packageIds, string version) =>
        packageIds
            .Select(x => EmbeddedDirectory(x) ?? NuGetPackages.FindDirectory(x, version))
            .FirstOrDefault(Directory.Exists)
            .NotNull(
                $"Package {packageIds.Select(x => x.SingleQuote()).JoinCommaOr()} is not installed: "
                    + $"add <PackageDownload Include=\"{packageIds[0]}\" Version=\"[{version ?? "…"}]\" /> "
                    + $"to {NuGetPackagesConfigFile ?? "the build's project file"} and restore it"
            );

    private static string EmbeddedDirectory(string packageId) =>
        EmbeddedPackagesDirectory is { } root && Directory.Exists(Path.Combine(root, packageId))
            ? Path.Combine(root, packageId)
            : null;

    // Packages have tools/net8.0/any/x.dll, lib/net8.0/x.dll or tools/x.exe.
    private static string FrameworkOf(string file)
    {
        var directory = Path.GetDirectoryName(file);
        var name = Path.GetFileName(directory);
        return name.EqualsOrdinalIgnoreCase("any") ? Path.GetFileName(Path.GetDirectoryName(directory)) : name;
    }

    private static Version FrameworkVersion(string framework) =>
        framework.StartsWithOrdinalIgnoreCase("net")
        && Version.TryParse(framework.TrimStart("net").TrimStart("coreapp"), out var version)
            ? version
            : new Version(0, 0);

    private static string BuildFramework() =>
        Assembly
            .GetEntryAssembly()
            ?.GetCustomAttribute<TargetFrameworkAttribute>()
            ?.FrameworkDisplayName?.Replace(".NET ", "net", StringComparison.Ordinal);
}
