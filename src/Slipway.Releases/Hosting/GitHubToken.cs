namespace Slipway.Releases;

/// <summary>A token for GitHub, which nothing prints.</summary>
public sealed class GitHubToken
{
    const string Hidden = "***";

    GitHubToken(string value)
    {
        Value = value;
    }

    internal string Value { get; }

    /// <summary>
    /// The token that was given, else the one of <c>GITHUB_TOKEN</c>, else of <c>GH_TOKEN</c>: the variables that GitHub
    /// Actions and GitHub's command line use.
    /// </summary>
    /// <param name="environment">Answers an environment variable; default: this process's.</param>
    /// <exception cref="HostException">There is none, or it cannot be one.</exception>
    public static GitHubToken Find(string? given = null, Func<string, string?>? environment = null)
    {
        var variable = environment ?? Environment.GetEnvironmentVariable;
        string?[] places = [given, variable("GITHUB_TOKEN"), variable("GH_TOKEN")];
        var token =
            Array.Find(places, value => !string.IsNullOrWhiteSpace(value))?.Trim()
            ?? throw new HostException(HostFailure.Unauthorized, "There is no token for GitHub: set GITHUB_TOKEN.");
        // .NET quotes a header's value in the exception that refuses it.
        return token.All(character => character is > ' ' and <= '~')
            ? new GitHubToken(token)
            : throw new HostException(
                HostFailure.Unauthorized,
                "The token for GitHub contains characters that no token has: set GITHUB_TOKEN again, without quotes or line ends."
            );
    }

    /// <summary>The text with the token taken out, wherever it came from.</summary>
    internal string Mask(string text) => text.Replace(Value, Hidden, StringComparison.Ordinal);

    public override string ToString() => Hidden;
}
