namespace Slipway.Releases;

/// <summary>
/// What git answers a web host that asks who it is, instead of what is configured for it: in a job nothing is. The token
/// stands in git's environment alone, never in its arguments (gitcredentials(7), "CUSTOM HELPERS").
/// </summary>
/// <param name="Host">For example <c>https://github.com/</c>; no other host is given the token.</param>
public sealed record GitCredential(Uri Host, string Token)
{
    const string Variable = "SLIPWAY_GIT_TOKEN";

    /// <summary>A token stands for whoever it was made for: GitHub takes any name with it.</summary>
    const string Helper =
        "!f() { test \"$1\" = get && echo username=x-access-token && echo \"password=$" + Variable + "\"; }; f";

    internal KeyValuePair<string, string> Environment => new(Variable, Token);

    /// <summary>The empty helper takes those away that are configured.</summary>
    internal IEnumerable<string> Arguments
    {
        get
        {
            var key = $"credential.{Host.GetLeftPart(UriPartial.Authority)}.helper";
            return ["-c", $"{key}=", "-c", $"{key}={Helper}"];
        }
    }

    /// <summary>Without the token.</summary>
    public override string ToString() => $"a token for {Host}";
}
