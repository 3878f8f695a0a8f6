// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.CI;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Git;

/// <summary>What is checked out, and where it came from.</summary>
public class GitRepository
{
    private readonly Lazy<IReadOnlyCollection<string>> _tags;

    public GitRepository(
        GitProtocol? protocol,
        string endpoint,
        string identifier,
        string branch,
        AbsolutePath localDirectory,
        string head,
        string commit,
        IReadOnlyCollection<string> tags,
        string remoteName,
        string remoteBranch
    )
        : this(
            protocol,
            endpoint,
            identifier,
            branch,
            localDirectory,
            head,
            commit,
            new Lazy<IReadOnlyCollection<string>>(tags),
            remoteName,
            remoteBranch
        ) { }

    private GitRepository(
        GitProtocol? protocol,
        string endpoint,
        string identifier,
        string branch,
        AbsolutePath localDirectory,
        string head,
        string commit,
        Lazy<IReadOnlyCollection<string>> tags,
        string remoteName,
        string remoteBranch
    )
    {
        Protocol = protocol;
        Endpoint = endpoint;
        Identifier = identifier;
        Branch = branch;
        LocalDirectory = localDirectory;
        Head = head;
        Commit = commit;
        _tags = tags;
        RemoteName = remoteName;
        RemoteBranch = remoteBranch;
    }

    /// <summary>Null without a remote on another machine, as are <see cref="Endpoint"/> and <see cref="Identifier"/>.</summary>
    public GitProtocol? Protocol { get; }

    /// <summary>The host, such as <c>github.com</c>.</summary>
    public string Endpoint { get; }

    /// <summary>Owner and name, such as <c>nuke-build/nuke</c>.</summary>
    public string Identifier { get; }

    /// <summary>Where it is checked out; null when made of a URL.</summary>
    public AbsolutePath LocalDirectory { get; }

    /// <summary>The full name of the branch, or the commit when detached; null when made of a URL.</summary>
    public string Head { get; }

    /// <summary>The full hash; null when made of a URL, or on a branch without commits.</summary>
    public string Commit { get; }

    /// <summary>The tags on <see cref="Commit"/>; null when made of a URL.</summary>
    public IReadOnlyCollection<string> Tags => _tags.Value;

    /// <summary>The remote that the branch follows, or null.</summary>
    public string RemoteName { get; }

    /// <summary>The branch there that the branch follows, or null.</summary>
    public string RemoteBranch { get; }

    /// <summary>The short name; on a CI server the one it builds. Null when detached.</summary>
    public string Branch { get; }

    public string HttpsUrl => Endpoint is null ? null : $"https://{Endpoint}/{Identifier}.git";

    public string SshUrl => Endpoint is null ? null : $"git@{Endpoint}:{Identifier}.git";

    /// <exception cref="ArgumentException">The URL names no host.</exception>
    public static GitRepository FromUrl(string url, string branch = null)
    {
        var remote = RemoteUrl.TryParse(url.NotNull());
        Assert.True(remote is not null, $"Url '{url}' could not be parsed.");
        return new GitRepository(
            remote.Protocol,
            remote.Endpoint,
            remote.Identifier,
            branch,
            localDirectory: null,
            head: null,
            commit: null,
            tags: (IReadOnlyCollection<string>)null,
            remoteName: null,
            remoteBranch: null
        );
    }

    /// <summary>Reads the repository that a directory belongs to. Tags are looked for when they are asked for.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static GitRepository FromLocalDirectory(AbsolutePath directory)
    {
        var git = GitDirectory.Find(directory).NotNull($"No parent Git directory for '{directory}'");
        var server = Host.Instance as IBuildServer;
        var head = git.Head;
        var isAttached = head.StartsWith("refs/heads/", StringComparison.Ordinal);
        var branch = (server?.Branch ?? (isAttached ? head : null))?.TrimStart("refs/heads/").TrimStart("origin/");
        var commit = server?.Commit ?? (isAttached ? git.Resolve(head) : head);
        var (remoteName, remoteBranch) = Upstream(git.Config, branch);
        var remote = git.Config.Get("remote", remoteName ?? "origin", "url") is { } url
            ? RemoteUrl.TryParse(url)
            : null;

        return new GitRepository(
            remote?.Protocol,
            remote?.Endpoint,
            remote?.Identifier,
            branch,
            git.WorkingDirectory,
            head,
            commit,
            new Lazy<IReadOnlyCollection<string>>(() => commit is null ? [] : git.TagsOf(commit).ToList()),
            remoteName,
            remoteBranch
        );
    }

    public GitRepository SetBranch(string branch) =>
        new(Protocol, Endpoint, Identifier, branch, LocalDirectory, Head, Commit, _tags, RemoteName, RemoteBranch);

    public override string ToString() =>
        (Protocol == GitProtocol.Https ? HttpsUrl : SshUrl)?.TrimEnd(".git") ?? string.Empty;

    private static (string Name, string Branch) Upstream(GitConfig config, string branch)
    {
        if (branch is null)
            return (null, null);
        var remote = config.Get("branch", branch, "remote");
        var merge = config.Get("branch", branch, "merge");
        return remote is null || merge is null ? (null, null) : (remote, merge.TrimStart("refs/heads/"));
    }
}
