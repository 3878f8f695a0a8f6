using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>A version after Semantic Versioning 2.0.0 (semver.org), read strictly: no prefix, no missing part.</summary>
/// <param name="PreRelease">Identifiers between dots; null for a release.</param>
/// <param name="Build">Build metadata, which has no part in the order; null for none.</param>
public sealed partial record SemanticVersion(
    int Major,
    int Minor,
    int Patch,
    string? PreRelease = null,
    string? Build = null
) : IComparable<SemanticVersion>
{
    /// <exception cref="ReleaseException">It is not a semantic version.</exception>
    public static SemanticVersion Parse(string text) =>
        TryParse(text, out var version)
            ? version
            : throw new ReleaseException($"'{text}' is not a semantic version: write it as 1.2.3 or 1.2.3-rc.1.");

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SemanticVersion? version)
    {
        version = null;
        var match = Pattern().Match(text ?? "");
        if (
            !match.Success
            || !TryNumber(match.Groups["major"], out var major)
            || !TryNumber(match.Groups["minor"], out var minor)
            || !TryNumber(match.Groups["patch"], out var patch)
        )
            return false;
        version = new SemanticVersion(major, minor, patch, Value(match.Groups["pre"]), Value(match.Groups["build"]));
        return true;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}")
        + (PreRelease is null ? "" : $"-{PreRelease}")
        + (Build is null ? "" : $"+{Build}");

    /// <summary>Precedence, section 11: build metadata does not count.</summary>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;
        var core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return core != 0 ? core : ComparePreRelease(PreRelease, other.PreRelease);
    }

    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    static int ComparePreRelease(string? left, string? right)
    {
        // A release comes after its pre-releases.
        if (left is null || right is null)
            return (left is null).CompareTo(right is null);
        var (lefts, rights) = (left.Split('.'), right.Split('.'));
        foreach (var (one, other) in lefts.Zip(rights))
        {
            var order = CompareIdentifier(one, other);
            if (order != 0)
                return order;
        }

        return lefts.Length.CompareTo(rights.Length);
    }

    static int CompareIdentifier(string left, string right)
    {
        var (leftIsNumber, rightIsNumber) = (left.All(char.IsAsciiDigit), right.All(char.IsAsciiDigit));
        if (leftIsNumber && rightIsNumber)
            return Number(left).CompareTo(Number(right));
        // Numbers come before words.
        return leftIsNumber == rightIsNumber
            ? string.CompareOrdinal(left, right)
            : rightIsNumber.CompareTo(leftIsNumber);
    }

    /// <summary>An identifier may have any number of digits.</summary>
    static BigInteger Number(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    static bool TryNumber(Group group, out int number) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    static string? Value(Group group) => group.Success ? group.Value : null;

    // The grammar of semver.org's "Backus–Naur Form", as one expression.
    [GeneratedRegex(
        @"\A(?<major>0|[1-9][0-9]*)\.(?<minor>0|[1-9][0-9]*)\.(?<patch>0|[1-9][0-9]*)"
            + @"(-(?<pre>(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*))?"
            + @"(\+(?<build>[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
