using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>The commit that a version is of.</summary>
/// <param name="Changes">Uncommitted changes, in files.</param>
sealed record VersionedCommit(string Id, DateTimeOffset Time, string Branch, int Changes);

/// <summary>Makes the variables of a decision.</summary>
static partial class VariableBuilder
{
    public static VersionVariables Build(
        VersionDecision decision,
        VersionConfiguration configuration,
        VersionedCommit commit,
        Func<string, string?> environment
    )
    {
        var version = decision.Version;
        long? counted = decision.Mode == DeploymentMode.ManualDeployment ? decision.Distance : null;
        var build = counted?.ToString(CultureInfo.InvariantCulture) ?? "";
        var fullBuild = $"{build}.Branch.{Foreign().Replace(commit.Branch, "-")}.Sha.{commit.Id}".TrimStart('.');
        var variables = new VersionVariables
        {
            AssemblySemFileVer = Assembly(version, configuration.AssemblyFileScheme),
            AssemblySemVer = Assembly(version, configuration.AssemblyScheme),
            BranchName = commit.Branch,
            BuildMetaData = counted,
            CommitDate = Date(commit.Time, configuration.CommitDateFormat),
            EscapedBranchName = ForeignOrDot().Replace(commit.Branch, "-"),
            FullBuildMetaData = fullBuild,
            FullSemVer = build.Length == 0 ? version.ToString() : $"{version}+{build}",
            InformationalVersion = $"{version}+{fullBuild}",
            Major = version.Major,
            MajorMinorPatch = version.Core,
            Minor = version.Minor,
            Patch = version.Patch,
            PreReleaseLabel = version.Label,
            PreReleaseLabelWithDash = Dashed(version.Label),
            PreReleaseNumber = version.Number,
            PreReleaseTag = version.PreRelease,
            PreReleaseTagWithDash = Dashed(version.PreRelease),
            SemVer = version.ToString(),
            Sha = commit.Id,
            ShortSha = commit.Id[..7],
            UncommittedChanges = commit.Changes,
            VersionSourceDistance = decision.Distance ?? 0,
            VersionSourceSemVer = decision.Base.ToString(),
            VersionSourceSha = decision.BaseCommit ?? "",
            WeightedPreReleaseNumber = version.Number is { } number
                ? number + decision.Rules.PreReleaseWeight
                : configuration.TagPreReleaseWeight,
        };
        return variables with
        {
            AssemblySemVer =
                Formatted(configuration.AssemblyFormat, "assembly-versioning-format") ?? variables.AssemblySemVer,
            AssemblySemFileVer =
                Formatted(configuration.AssemblyFileFormat, "assembly-file-versioning-format")
                ?? variables.AssemblySemFileVer,
            InformationalVersion =
                Formatted(configuration.InformationalFormat, "assembly-informational-format")
                ?? variables.InformationalVersion,
        };

        string? Formatted(string? template, string key) =>
            string.IsNullOrEmpty(template)
                ? null
                : ForeignToAssemblies()
                    .Replace(
                        TextTemplate.Expand(
                            template,
                            name =>
                                VariableText.Names.Contains(name, StringComparer.OrdinalIgnoreCase)
                                    ? VariableText.Value(variables, name)
                                    : null,
                            environment,
                            key
                        ),
                        "-"
                    );
    }

    static string? Assembly(VersionNumber version, AssemblyScheme scheme) =>
        scheme switch
        {
            AssemblyScheme.Major => Text($"{version.Major}.0.0.0"),
            AssemblyScheme.MajorMinor => Text($"{version.Major}.{version.Minor}.0.0"),
            AssemblyScheme.MajorMinorPatch => $"{version.Core}.0",
            AssemblyScheme.MajorMinorPatchTag => Text($"{version.Core}.{version.Number ?? 0}"),
            _ => null,
        };

    static string Date(DateTimeOffset time, string format)
    {
        try
        {
            return time.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException exception)
        {
            throw new ReleaseException(
                $"commit-date-format is '{format}', which is no format of .NET's for times: write it as yyyy-MM-dd.",
                exception
            );
        }
    }

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static string Dashed(string text) => text.Length == 0 ? "" : $"-{text}";

    [GeneratedRegex("[^0-9A-Za-z.-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Foreign();

    [GeneratedRegex("[^0-9A-Za-z-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForeignOrDot();

    [GeneratedRegex("[^0-9A-Za-z.+-]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForeignToAssemblies();
}
