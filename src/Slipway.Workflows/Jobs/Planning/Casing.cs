using System.Text.RegularExpressions;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>The names of C# as other places write them.</summary>
static partial class Casing
{
    /// <summary><c>TestSqlite</c>: <c>test-sqlite</c>.</summary>
    public static string Kebab(string name) => string.Join('-', Words(name)).ToLowerInvariant();

    /// <summary><c>RegistryPassword</c>: <c>REGISTRY_PASSWORD</c>.</summary>
    public static string UpperSnake(string name) => string.Join('_', Words(name)).ToUpperInvariant();

    /// <summary>
    /// The variable that NUKE reads a parameter from. Without underscores in the name, so that it is also the one that
    /// components ask for by name.
    /// </summary>
    public static string Variable(string parameter) =>
        $"NUKE_{string.Concat(parameter.Where(char.IsLetterOrDigit)).ToUpperInvariant()}";

    /// <summary>A word is one of those that are written with a hump, capitals, or what goes on until the next capital.</summary>
    static IEnumerable<string> Words(string name) => Word().Matches(name).Select(match => match.Value);

    [GeneratedRegex(
        "GitHub|NuGet|DotNet|PostgreSql|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+|[^A-Za-z0-9_]+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Word();
}
