using System.Text.RegularExpressions;

namespace Slipway.Workflows.Pins;

/// <param name="Name">The tag itself.</param>
sealed partial record ReleaseTag(string Name, Version Version)
{
    /// <returns>Null when it is no release's.</returns>
    public static ReleaseTag? Parse(string tag) =>
        Pattern().Match(tag) is { Success: true } match
        && Version.TryParse(match.Groups["version"].Value, out var version)
            ? new ReleaseTag(tag, version)
            : null;

    /// <summary>Whether it is what a version, or the beginning of one, asks for: the same major at least.</summary>
    public bool IsOfMajor(string version) => MajorOf(version) is { } major && Version.Major == major;

    public static int? MajorOf(string version) =>
        Beginning().Match(version) is { Success: true } match
        && int.TryParse(match.Groups["major"].Value, System.Globalization.CultureInfo.InvariantCulture, out var major)
            ? major
            : null;

    [GeneratedRegex(
        @"^v?(?<version>\d+\.\d+\.\d+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.ECMAScript,
        1000
    )]
    private static partial Regex Pattern();

    [GeneratedRegex(
        @"^v?(?<major>\d+)(\.\d+)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.ECMAScript,
        1000
    )]
    private static partial Regex Beginning();
}
