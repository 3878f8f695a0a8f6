using Slipway.Workflows.Running.Checkouts;
using Slipway.Workflows.Running.Processes;

namespace Slipway.Workflows.Running.Runs;

/// <summary>What of a run's commit stands in <c>github</c>.</summary>
/// <param name="Repository">owner/name: of GITHUB_REPOSITORY, else of the origin's address, else made up.</param>
/// <param name="Branch">Of the head; a detached one is on the default branch.</param>
/// <param name="Actor">Who git says the person is.</param>
sealed record RunFacts(
    string Repository,
    string ServerUrl,
    string Commit,
    string Message,
    string Branch,
    string DefaultBranch,
    string Actor
)
{
    /// <summary>No pull request of GitHub has it.</summary>
    public const int PullRequest = 0;

    public string Ref => $"refs/heads/{Branch}";

    public static async Task<RunFacts> ReadAsync(
        RepositoryState repository,
        Func<string, string?> environment,
        CancellationToken cancellationToken
    )
    {
        var origin = AskAsync("symbolic-ref", "--short", "refs/remotes/origin/HEAD");
        var message = AskAsync("log", "-1", "--format=%B", repository.Commit);
        var actor = AskAsync("config", "user.name");
        var usual = await origin is { Length: > 0 } head
            ? head[(head.IndexOf('/', StringComparison.Ordinal) + 1)..]
            : "main";
        var (server, name) = OfOrigin(repository.Origin);
        return new RunFacts(
            environment("GITHUB_REPOSITORY") is { Length: > 0 } given
                ? given
                : name ?? $"local/{Path.GetFileName(repository.Root)}",
            environment("GITHUB_SERVER_URL") is { Length: > 0 } url ? url : server,
            repository.Commit,
            await message ?? "",
            repository.Branch ?? usual,
            usual,
            await actor ?? Environment.UserName
        );

        async Task<string?> AskAsync(params string[] arguments)
        {
            var answer = await Tool.AskAsync("git", arguments, repository.Root, cancellationToken);
            return answer.IsGood && answer.Output.Trim() is { Length: > 0 } text ? text : null;
        }
    }

    /// <summary>https, ssh and scp-like addresses (git-clone(1), "GIT URLS"); a directory names no repository.</summary>
    internal static (string ServerUrl, string? Repository) OfOrigin(string? origin)
    {
        const string GitHub = "https://github.com";
        if (origin is null)
            return (GitHub, null);
        var colon = origin.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && !origin.Contains("://", StringComparison.Ordinal) && !Path.IsPathRooted(origin))
            origin = $"ssh://{origin[..colon]}/{origin[(colon + 1)..]}";
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.IsFile)
            return (GitHub, null);
        var path = address.AbsolutePath.Trim('/');
        if (path.EndsWith(".git", StringComparison.Ordinal))
            path = path[..^".git".Length];
        return ($"https://{address.Host}", path.Split('/') is [_, _] ? path : null);
    }
}
