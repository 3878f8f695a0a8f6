using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>
/// GitVersion's templates: <c>{Name}</c>, <c>{Name:format}</c>, <c>{env:NAME}</c>, <c>{env:NAME ?? "otherwise"}</c>.
/// </summary>
static partial class TextTemplate
{
    /// <param name="value">Null: there is no such name.</param>
    /// <param name="what">Names the template in an error.</param>
    /// <exception cref="ReleaseException">It asks for something that is not there.</exception>
    public static string Expand(
        string template,
        Func<string, string?> value,
        Func<string, string?> environment,
        string what
    ) =>
        Tokens()
            .Replace(
                template,
                token =>
                    token
                        .Groups["alternatives"]
                        .Value.Split("??", StringSplitOptions.TrimEntries)
                        .Select(alternative => One(alternative, value, environment))
                        .FirstOrDefault(text => text is not null)
                    ?? throw new ReleaseException(
                        $"{what} asks for {token.Value}, which is not there: correct it in GitVersion.yml, "
                            + "or say what to take otherwise, as in {env:NAME ?? \"none\"}."
                    )
            );

    static string? One(string alternative, Func<string, string?> value, Func<string, string?> environment)
    {
        const string Variable = "env:";
        if (alternative is ['"', .., '"'] or ['\'', .., '\''])
            return alternative[1..^1];
        if (alternative.StartsWith(Variable, StringComparison.Ordinal))
            return environment(alternative[Variable.Length..].Trim());
        if (value(alternative) is { } text)
            return text;
        var colon = alternative.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            // A text without quotes is one only behind '??'; alone it is a name.
            return null;
        return value(alternative[..colon]) is { } formatted ? Formatted(formatted, alternative[(colon + 1)..]) : null;
    }

    static string Formatted(string text, string format) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(format, CultureInfo.InvariantCulture)
            : text;

    [GeneratedRegex(@"\{(?<alternatives>[^{}]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();
}
