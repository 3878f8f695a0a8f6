namespace Slipway.Testing.GitHub;

/// <summary>Where the parts of a GitHub answer; each ends with a slash.</summary>
/// <param name="Uploads">Where assets are sent to; GitHub's has a host of its own.</param>
/// <param name="Storage">Where the content of assets is kept: another host, which must never see a token.</param>
public sealed record GitHubAddresses(Uri Api, Uri Web, Uri Uploads, Uri Storage)
{
    internal static GitHubAddresses Of(int port, GitHubFlavour flavour)
    {
        var root = new Uri($"http://127.0.0.1:{port}/");
        var isServer = flavour == GitHubFlavour.EnterpriseServer;
        return new GitHubAddresses(
            isServer ? new Uri(root, "api/v3/") : root,
            root,
            isServer ? new Uri(root, "api/uploads/") : new Uri(root, "uploads/"),
            new Uri($"http://localhost:{port}/storage/")
        );
    }
}

/// <summary>Which GitHub it is.</summary>
public enum GitHubFlavour
{
    /// <summary>github.com.</summary>
    Public,

    /// <summary>A GitHub Enterprise Server: other addresses, and no digests of assets, as before its release 3.17.</summary>
    EnterpriseServer,
}
