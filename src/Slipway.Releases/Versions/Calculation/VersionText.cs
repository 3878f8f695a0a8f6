using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>Reads tags, branch names and <c>next-version</c> as versions, with a configuration's prefix and format.</summary>
sealed partial class VersionText(string? prefix, VersionFormat format)
{
    readonly Pattern? _prefix =
        prefix is VersionConfiguration.DefaultTagPrefix ? null : Pattern.Of($"^({prefix})(?<version>.*)$");

    public bool TryRead(string text, [NotNullWhen(true)] out VersionNumber? version)
    {
        version = null;
        if (Unprefixed(text) is not { } bare)
            return false;
        version = format == VersionFormat.Strict ? Strict(bare) : Loose(bare);
        return version is not null;
    }

    string? Unprefixed(string text)
    {
        // The usual prefix without a regular expression: repositories have thousands of tags.
        if (_prefix is null)
            return text is ['v' or 'V', .. var rest] ? rest : text;
        var match = _prefix.Match(text);
        return match.Success ? match.Groups["version"].Value : null;
    }

    static VersionNumber? Strict(string text)
    {
        if (Release(text) is { } release)
            return release;
        if (text is [] or not [>= '0' and <= '9', ..] || !SemanticVersion.TryParse(text, out var parsed))
            return null;
        var (label, number) = PreRelease(parsed.PreRelease ?? "");
        return new VersionNumber(parsed.Major, parsed.Minor, parsed.Patch, label, number, parsed.Build ?? "");
    }

    /// <summary>The three numbers of a release, read without an expression: most tags are releases.</summary>
    static VersionNumber? Release(ReadOnlySpan<char> text)
    {
        Span<long> numbers = stackalloc long[3];
        for (var part = 0; part < numbers.Length; part++)
        {
            var end = part < 2 ? text.IndexOf('.') : text.Length;
            if (end is < 1 or > 9 || (end > 1 && text[0] == '0') || text[..end].ContainsAnyExceptInRange('0', '9'))
                return null;
            numbers[part] = long.Parse(text[..end], NumberStyles.None, CultureInfo.InvariantCulture);
            text = part < 2 ? text[(end + 1)..] : [];
        }
        return new VersionNumber(numbers[0], numbers[1], numbers[2]);
    }

    static VersionNumber? Loose(string text)
    {
        var match = LoosePattern().Match(text);
        if (!match.Success || Part("major") is not { } major || Part("minor") is not { } minor)
            return null;
        if (Part("patch") is not { } patch)
            return null;
        var (label, number) = PreRelease(match.Groups["pre"].Value);
        return new VersionNumber(major, minor, patch, label, number, match.Groups["build"].Value);

        long? Part(string name) =>
            !match.Groups[name].Success ? 0
            : long.TryParse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture, out var value) ? value
            : null;
    }

    /// <summary><c>beta.1</c> is the first of <c>beta</c>, and so is <c>beta1</c>; <c>beta-1</c> is a label alone.</summary>
    static (string Label, long? Number) PreRelease(string text)
    {
        var label = text.TrimEnd("0123456789".ToCharArray());
        var digits = text[label.Length..];
        if (
            !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && digits.Length > 0
        )
            return (text, null);
        if (label.EndsWith('.'))
            label = label[..^1];
        return label.EndsWith('-') ? (text, null) : (label, digits.Length > 0 ? number : null);
    }

    [GeneratedRegex(
        @"^(?<major>\d+)(\.(?<minor>\d+))?(\.(?<patch>\d+))?(\.\d+)?(-(?<pre>[^\+]*))?(\+(?<build>.*))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LoosePattern();
}
