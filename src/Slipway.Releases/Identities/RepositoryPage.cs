namespace Slipway.Releases;

/// <summary>Where people look at a repository, told from the address that git fetches it from.</summary>
public static class RepositoryPage
{
    /// <summary>The page of a remote; null: there is no such remote, or it is a directory.</summary>
    /// <exception cref="ReleaseException">Git is missing, or the directory is.</exception>
    public static async Task<Uri?> OfRemoteAsync(
        string root,
        string remote = "origin",
        CancellationToken cancellationToken = default
    ) => await AddressAsync(root, remote, cancellationToken) is { } address ? Of(address) : null;

    /// <summary>The address that git fetches a remote from; null: there is no such remote.</summary>
    /// <exception cref="ReleaseException">Git is missing, or the directory is.</exception>
    public static async Task<string?> AddressAsync(
        string root,
        string remote = "origin",
        CancellationToken cancellationToken = default
    )
    {
        var answer = await new Git(root).AskAsync(cancellationToken, "remote", "get-url", remote);
        return answer.IsGood ? answer.Line : null;
    }

    /// <summary>
    /// <c>git@host:owner/name.git</c>, <c>ssh://</c> and <c>https://</c> become <c>https://host/owner/name</c>, without
    /// any name or password in them; null: it is another kind of address.
    /// </summary>
    public static Uri? Of(string address)
    {
        // scp's form has no scheme, and a colon before the first slash (git-clone(1), "GIT URLS").
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        if (colon > 1 && (slash < 0 || colon < slash) && !address.Contains("://", StringComparison.Ordinal))
            address = $"ssh://{address[..colon]}/{address[(colon + 1)..].TrimStart('/')}";
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http" or "ssh" or "git")
        )
            return null;
        var path = uri.AbsolutePath.Trim('/');
        if (path.EndsWith(".git", StringComparison.Ordinal))
            path = path[..^".git".Length];
        var isWeb = uri.Scheme is "https" or "http";
        return path.Length == 0 || uri.Host.Length == 0
            ? null
            : new UriBuilder(
                isWeb ? uri.Scheme : "https",
                uri.Host,
                isWeb && !uri.IsDefaultPort ? uri.Port : -1,
                path
            ).Uri;
    }
}
