// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.IO;

namespace Nuke.Common;

/// <summary>Names and places that the package, its command-line tool and IDEs agree on.</summary>
internal static class Constants
{
    public const string NukeDirectoryName = ".nuke";
    public const string BuildSchemaFileName = "build.schema.json";
    public const string TargetsSeparator = "+";
    public const string RootDirectoryParameterName = "Root";
    public const string InvokedTargetsParameterName = "Target";
    public const string SkippedTargetsParameterName = "Skip";
    public const string LoadedLocalProfilesParameterName = "Profile";
    public const string CompletionParameterName = "shell-completion";
    public const string ConfigurationParameterName = "generate-configuration";
    public const string DefaultProfileName = "$default";
    public const string InterceptorEnvironmentKey = "NUKE_INTERNAL_INTERCEPTOR";

    public static AbsolutePath GetNukeDirectory(AbsolutePath root) => root / NukeDirectoryName;

    public static AbsolutePath GetTemporaryDirectory(AbsolutePath root) => GetNukeDirectory(root) / "temp";

    public static AbsolutePath GetBuildSchemaFile(AbsolutePath root) => GetNukeDirectory(root) / BuildSchemaFileName;

    public static AbsolutePath GetBuildAttemptFile(AbsolutePath root) =>
        GetTemporaryDirectory(root) / "build-attempt.log";

    public static AbsolutePath GetParametersFile(AbsolutePath root, string profile) =>
        GetNukeDirectory(root) / GetParametersFileName(profile);

    public static string GetParametersFileName(string profile) =>
        profile is DefaultProfileName ? "parameters.json" : $"parameters.{profile}.json";

    /// <summary>The profiles that have a file, in alphabetical order.</summary>
    public static IEnumerable<string> GetProfileNames(AbsolutePath root) =>
        Directory
            .EnumerateFiles(GetNukeDirectory(root), "parameters.*.json")
            .Select(x => Path.GetFileNameWithoutExtension(x)["parameters.".Length..])
            .Order(StringComparer.Ordinal);

    /// <summary>The parameter, or environment variable, that holds the key to a profile's secrets.</summary>
    public static string GetProfilePasswordParameterName(string profile)
    {
        var name = profile is DefaultProfileName ? "" : profile;
        return $"PARAMS{name.ToUpperInvariant()}KEY".Replace(".", "").Replace("_", "");
    }
}
