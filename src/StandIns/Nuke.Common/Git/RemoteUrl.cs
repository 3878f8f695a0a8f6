namespace Nuke.Common.Git;

/// <summary>Where a remote is: <c>https://host/owner/name.git</c>, <c>ssh://git@host:22/owner/name</c>, <c>git@host:owner/name.git</c>.</summary>
internal sealed record RemoteUrl(GitProtocol Protocol, string Endpoint, string Identifier)
{
    /// <returns>Null for a remote on this machine, which has neither endpoint nor identifier.</returns>
    public static RemoteUrl? TryParse(string url)
    {
        url = url.Trim();
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var protocol = scheme > 0 ? url[..scheme] : "ssh";
        var rest = scheme > 0 ? url[(scheme + 3)..] : url;
        if (protocol is "file" || (scheme < 0 && !IsRemote(rest)))
            return null;

        rest = rest[(rest.IndexOf('@', StringComparison.Ordinal) + 1)..];
        // A colon is followed by a port where there is a scheme, else by the path.
        var end = rest.AsSpan().IndexOfAny(scheme > 0 ? "/" : ":");
        if (end <= 0)
            return null;

        var endpoint = rest[..end].Split(':')[0];
        var identifier = rest[(end + 1)..].TrimEnd('/');
        if (identifier.EndsWith(".git", StringComparison.Ordinal))
            identifier = identifier[..^".git".Length];
        // NUKE knows two protocols; what is not https is ssh.
        var isHttps = protocol.Equals("https", StringComparison.OrdinalIgnoreCase);
        return new RemoteUrl(isHttps ? GitProtocol.Https : GitProtocol.Ssh, endpoint, identifier);
    }

    // As git tells them apart: host:path has a colon before any slash, and a drive has one letter.
    private static bool IsRemote(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var slash = url.AsSpan().IndexOfAny('/', '\\');
        return colon > 1 && (slash < 0 || colon < slash);
    }
}
