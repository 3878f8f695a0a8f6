using Nuke.Common;
using Slipway.Releases;

namespace Slipway.Components;

/// <summary>Where this repository is released, and its pull requests are.</summary>
public interface IHazReleaseHost : INukeBuild
{
    /// <summary>Never shown.</summary>
    [Parameter(
        "Token for GitHub: Release writes contents and deployments, Rollback and Swap deployments; Changelog reads and "
            + "PostReview writes pull requests"
    )]
    [Secret]
    string? GitHubToken => TryGetValue(() => GitHubToken);

    /// <param name="remote">The address of the git remote that is released to; null: there is none.</param>
    /// <param name="patience">How long it is waited for.</param>
    /// <exception cref="HostException">Nothing names a repository there, or there is no token.</exception>
    IReleaseHost ReleaseHost(string? remote, GitHubPatience patience) =>
        new GitHubReleaseHost(GitHubAddress.Find(remote), Releases.GitHubToken.Find(GitHubToken), patience);
}
