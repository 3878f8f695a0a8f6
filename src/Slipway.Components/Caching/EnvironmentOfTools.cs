using System.Collections;
using System.Globalization;
using System.IO.Enumeration;
using System.Runtime.InteropServices;
using Slipway.Workflows.Caching.Keys;
using Slipway.Workflows.Running.Runs;

namespace Slipway.Components.Caching;

/// <summary>What the machine and the environment add to every result.</summary>
static class EnvironmentOfTools
{
    /// <summary>Read by .NET, MSBuild, NuGet, the test host and the C library; GitHub's and others' mark of a CI.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        "DOTNET_*",
        "COMPlus_*",
        "CORECLR_*",
        "ASPNETCORE_*",
        "MSBUILD*",
        "NUGET_*",
        "VSTEST_*",
        "CONFIGURATION",
        "PLATFORM",
        "VERSION",
        "CI",
        "LANG",
        "LANGUAGE",
        "LC_*",
        "TZ",
        "*__*",
    ];

    /// <summary>Which server compiles, and not how: each job of a workflow that runs here has servers of its own.</summary>
    static readonly HashSet<string> s_servers = new(
        [.. JobServers.Variables, "MSBUILDDISABLENODEREUSE", "UseSharedCompilation"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>
    /// Variables that match, and those that are written as MSBuild's properties are: MSBuild takes every variable for one.
    /// Values are hashed, for some are secrets.
    /// </summary>
    public static IEnumerable<Ingredient> Matching(IReadOnlyCollection<string> patterns, IDictionary variables)
    {
        foreach (DictionaryEntry variable in variables)
        {
            var name = (string)variable.Key;
            if (s_servers.Contains(name))
                continue;
            if (IsLikeProperty(name) || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name)))
                yield return new Ingredient(
                    IngredientKind.Variable,
                    name,
                    CacheKey.Of([new(IngredientKind.Variable, name, (string?)variable.Value ?? "")]).Text
                );
        }
    }

    /// <summary>Directories of an installation with one directory for each version.</summary>
    static readonly string[] s_parts = ["sdk", "shared/Microsoft.NETCore.App", "shared/Microsoft.AspNetCore.App"];

    public static IEnumerable<Ingredient> Machine() =>
        [
            new(
                IngredientKind.Tool,
                "operating system",
                $"{RuntimeInformation.RuntimeIdentifier} {RuntimeInformation.OSArchitecture}"
            ),
            new(IngredientKind.Tool, "culture", CultureInfo.CurrentCulture.Name),
            new(IngredientKind.Tool, "time zone", LocalZone()),
            new(IngredientKind.Tool, ".NET SDK", DotNetSdk(Environment.GetEnvironmentVariable("PATH"))),
        ];

    /// <summary>
    /// The versions that are installed beside the <c>dotnet</c> on the path. Which of them is used, <c>global.json</c> says,
    /// which is a file; asking dotnet itself costs as much as all else.
    /// </summary>
    internal static string DotNetSdk(string? path)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var program = (path ?? "")
            .Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Select(directory => Path.Combine(directory, name))
            .FirstOrDefault(File.Exists);
        if (program is null)
            return "none on the path";
        var home = Path.GetDirectoryName(
            File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program
        )!;
        return string.Join(
            ' ',
            s_parts
                .Select(part => Path.Combine(home, part))
                .Where(Directory.Exists)
                .SelectMany(Directory.EnumerateDirectories)
                .Select(directory => Path.GetRelativePath(home, directory))
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>The zone's rules too: /etc/localtime is a link to its file.</summary>
    static string LocalZone() =>
        OperatingSystem.IsWindows()
            ? TimeZoneInfo.Local.Id
            : $"{Environment.GetEnvironmentVariable("TZ")} {new FileInfo("/etc/localtime").LinkTarget}";

    /// <summary><c>UseStandIns</c>, not <c>HOME</c> or <c>npm_config_cache</c>.</summary>
    static bool IsLikeProperty(string name) =>
        name.Length > 1
        && char.IsAsciiLetterUpper(name[0])
        && name.All(char.IsAsciiLetterOrDigit)
        && name.Any(char.IsAsciiLetterLower);
}
