using System.Text.RegularExpressions;

namespace Slipway.Releases;

/// <summary>
/// Which repository on GitHub this is: <c>GITHUB_REPOSITORY</c>, as GitHub Actions sets it, else the address of a git
/// remote. <c>GITHUB_API_URL</c> and <c>GITHUB_SERVER_URL</c> name a GitHub Enterprise Server.
/// </summary>
public static partial class GitHubAddress
{
    const string PublicHost = "github.com";

    const string Repository = "GITHUB_REPOSITORY";
    const string ApiUrl = "GITHUB_API_URL";
    const string ServerUrl = "GITHUB_SERVER_URL";

    static readonly string[] s_variables = [Repository, ApiUrl, ServerUrl];

    /// <param name="remote">The address of a git remote; null: there is none.</param>
    /// <param name="environment">Answers an environment variable; default: this process's.</param>
    /// <exception cref="HostException">Nothing names a repository, or not one on a web host.</exception>
    public static HostedRepository Find(string? remote, Func<string, string?>? environment = null)
    {
        var variable = environment ?? Environment.GetEnvironmentVariable;
        var (api, web) = (Address(ApiUrl), Address(ServerUrl));
        if (variable(Repository) is { Length: > 0 } named)
        {
            var parts = NamePattern().Match(named);
            if (!parts.Success)
                throw Unusable($"{Repository} is '{named}'", "Set it to owner/name.");
            var server = web ?? (api is null ? Host(PublicHost) : WebOf(api));
            return Of(api, server, parts);
        }

        if (string.IsNullOrWhiteSpace(remote))
            throw Unusable("The repository has no remote", "Add one, or set GITHUB_REPOSITORY to owner/name.");
        var match = UrlPattern().Match(remote.Trim());
        if (!match.Success)
            match = ScpPattern().Match(remote.Trim());
        if (!match.Success)
            throw Unusable("The remote is no address on GitHub", "Set GITHUB_REPOSITORY to owner/name.");
        return Of(api, web ?? Host(HostOf(match)), match);

        Uri? Address(string name)
        {
            if (variable(name) is not { Length: > 0 } text)
                return null;
            var whole = Uri.TryCreate(text.TrimEnd('/') + '/', UriKind.Absolute, out var address);
            // A token goes there.
            return whole && (address!.Scheme is "https" || (address.Scheme is "http" && address.IsLoopback))
                ? address!
                : throw Unusable($"{name} is '{text}'", "Set it to an address that begins with https://.");
        }
    }

    /// <summary>
    /// Whether a remote is on a host that is known to be GitHub's: <c>github.com</c>, a tenant's on <c>ghe.com</c>, or what
    /// the environment names. Any other one may be somebody else's, who must not be sent a token for GitHub.
    /// </summary>
    /// <inheritdoc cref="Find"/>
    public static bool IsOnGitHub(string? remote, Func<string, string?>? environment = null)
    {
        var variable = environment ?? Environment.GetEnvironmentVariable;
        try
        {
            var web = Find(remote, variable).Web;
            return IsPublic(web) || IsTenant(web) || s_variables.Any(name => variable(name) is { Length: > 0 });
        }
        catch (HostException)
        {
            return false;
        }
    }

    static HostedRepository Of(Uri? api, Uri web, Match match) =>
        new(api ?? ApiOf(web), web, match.Groups["owner"].Value, match.Groups["name"].Value);

    /// <summary>A server's own API is below <c>/api/v3</c>; GitHub's and that of a tenant on ghe.com have a host of their own.</summary>
    static Uri ApiOf(Uri web) =>
        IsPublic(web) ? Host($"api.{PublicHost}")
        : IsTenant(web) ? Host($"api.{web.Host}")
        : new Uri(web, "api/v3/");

    static bool IsPublic(Uri web) => web.Host.Equals(PublicHost, StringComparison.OrdinalIgnoreCase);

    static bool IsTenant(Uri web) => web.Host.EndsWith(".ghe.com", StringComparison.OrdinalIgnoreCase);

    static Uri WebOf(Uri api) =>
        api.Host.StartsWith("api.", StringComparison.OrdinalIgnoreCase)
            ? Host(api.Host["api.".Length..])
            : new Uri(api, "/");

    /// <summary>Port 22 says nothing of the web; <c>ssh.github.com</c> is for networks that let only port 443 out.</summary>
    static string HostOf(Match match)
    {
        var host = match.Groups["host"].Value;
        if (host.Equals($"ssh.{PublicHost}", StringComparison.OrdinalIgnoreCase))
            return PublicHost;
        return match.Groups["scheme"].Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? host + match.Groups["port"].Value
            : host;
    }

    static Uri Host(string host) => new($"https://{host}/");

    /// <summary>The remote itself is not quoted: it may carry a password.</summary>
    static HostException Unusable(string what, string advice) =>
        new(HostFailure.Invalid, $"{what}: no repository on GitHub follows from that. {advice}");

    [GeneratedRegex(@"^(?<owner>[\w.-]+)/(?<name>[\w.-]+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(
        @"^(?<scheme>https?|ssh|git(\+ssh)?)://([^@/]*@)?(?<host>[\w.-]+)(?<port>:\d+)?/(?<owner>[\w.-]+)/(?<name>[\w.-]+?)(\.git)?/?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex UrlPattern();

    [GeneratedRegex(
        @"^([^@/:]*@)?(?<host>[\w.-]+):/?(?<owner>[\w.-]+)/(?<name>[\w.-]+?)(\.git)?/?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ScpPattern();
}
