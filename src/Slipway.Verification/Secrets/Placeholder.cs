namespace Slipway.Verification.Secrets;

/// <summary>What stands where a secret will be, or is known to everybody.</summary>
static class Placeholder
{
    static readonly string[] Words =
    [
        "password",
        "changeme",
        "secret",
        "s3cret",
        "s3cr3t",
        "hunter2",
        "postgres",
        "example",
        "guest",
        "dummy",
        "your",
    ];

    /// <summary>
    /// A reference to a variable (<c>${NAME}</c>, <c>$(Name)</c>, <c>{name}</c>, <c>%NAME%</c>, <c>&lt;name&gt;</c>), a
    /// row of one character, the name of a variable (<c>GITHUB_TOKEN</c>), or one of the words that examples use.
    /// </summary>
    public static bool Is(string value) =>
        value.AsSpan().IndexOfAny("${<%…") >= 0
        || value.All(character => char.IsAsciiLetterUpper(character) || character == '_')
        || value.Distinct().Count() <= 2
        || Array.Exists(Words, word => value.Contains(word, StringComparison.OrdinalIgnoreCase));
}
