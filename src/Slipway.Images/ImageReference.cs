using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Slipway.Images;

/// <summary>
/// The name of an image, as the distribution project's grammar has it:
/// <c>[domain[:port]/]path[:tag][@digest]</c>. Nothing is made up: no default registry, no default tag.
/// </summary>
public sealed partial record ImageReference
{
    const int LongestName = 255;

    ImageReference(string? domain, string path, string? tag, Digest? digest)
    {
        Domain = domain;
        Path = path;
        Tag = tag;
        Digest = digest;
    }

    /// <summary>The registry's host and port; null when the reference names none.</summary>
    public string? Domain { get; }

    /// <summary>The repository within its registry: lower case, parts between slashes.</summary>
    public string Path { get; }

    public string? Tag { get; }

    public Digest? Digest { get; }

    /// <summary>Domain and path: what a repository is called.</summary>
    public string Name => Domain is null ? Path : $"{Domain}/{Path}";

    public override string ToString() => Name + (Tag is null ? "" : $":{Tag}") + (Digest is null ? "" : $"@{Digest}");

    /// <summary>The same repository under another tag, without a digest.</summary>
    /// <exception cref="ImageException">It is not a valid tag.</exception>
    public ImageReference WithTag(string tag) => Parse($"{Name}:{tag}");

    /// <exception cref="ImageException">It is not a reference; the message says which part is wrong and why.</exception>
    public static ImageReference Parse(string text)
    {
        var problem = Read(text, out var reference);
        return reference ?? throw new ImageException($"'{text}' is not an image reference: {problem}.");
    }

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageReference? reference)
    {
        reference = null;
        return text is not null && Read(text, out reference) is null;
    }

    static string? Read(string text, out ImageReference? reference)
    {
        reference = null;
        var name = text;
        Digest? digest = null;
        if (name.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at)
        {
            if (!Images.Digest.TryParse(name[(at + 1)..], out digest))
                return "after '@' there must be 'sha256:' and 64 lower-case hexadecimal digits";
            name = name[..at];
        }

        string? tag = null;
        // A colon before the last slash belongs to the domain's port.
        if (name.LastIndexOf(':') is var colon && colon > name.LastIndexOf('/'))
        {
            tag = name[(colon + 1)..];
            if (!TagPattern().IsMatch(tag))
                return "a tag has letters, digits, '_', '.', '-', at most 128, and does not begin with '.' or '-'";
            name = name[..colon];
        }

        if (name.Length is 0 or > LongestName)
            return $"its name must have 1 to {LongestName} characters";

        var (domain, path) = SplitDomain(name);
        if (domain is not null && !DomainPattern().IsMatch(domain))
            return $"'{domain}' is not a host name with an optional port";
        if (!PathPattern().IsMatch(path))
            return $"'{path}' must be lower-case letters and digits, joined by '.', '_', '__' or dashes, between slashes";

        reference = new ImageReference(domain, path, tag, digest);
        return null;
    }

    /// <summary>As Docker and containerd decide it: the first part is a host when it can be nothing else.</summary>
    static (string? Domain, string Path) SplitDomain(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return (null, name);
        var first = name[..slash];
        var isHost =
            first.AsSpan().IndexOfAny(".:[") >= 0
            || first is "localhost"
            || first.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0;
        return isHost ? (first, name[(slash + 1)..]) : (null, name);
    }

    [GeneratedRegex(
        @"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TagPattern();

    [GeneratedRegex(
        @"\A(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[A-Fa-f0-9:]+\])(:[0-9]+)?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex DomainPattern();

    [GeneratedRegex(
        @"\A[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PathPattern();
}
