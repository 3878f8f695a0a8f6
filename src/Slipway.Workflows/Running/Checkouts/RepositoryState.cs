using Slipway.Workflows.Running.Processes;

namespace Slipway.Workflows.Running.Checkouts;

/// <summary>The repository that a run is about, as it is now.</summary>
/// <param name="Root">Its work tree.</param>
/// <param name="CommonDirectory">What its work trees share: objects, refs, configuration.</param>
/// <param name="ObjectFormat">sha1 or sha256.</param>
/// <param name="Branch">Null: the head is detached.</param>
/// <param name="Configuration">Its own settings, in order; a key can be there several times.</param>
public sealed record RepositoryState(
    string Root,
    string CommonDirectory,
    string ObjectFormat,
    string Commit,
    string? Branch,
    IReadOnlyList<(string Key, string Value)> Configuration
)
{
    /// <summary>Where <c>origin</c> is; a path is made absolute. Null without one.</summary>
    public string? Origin =>
        Configuration.LastOrDefault(entry => entry.Key is "remote.origin.url").Value is { } url
            ? Absolute(url, Root)
            : null;

    /// <exception cref="WorkflowException">It is no repository, it has no commit yet, or it is bare.</exception>
    public static async Task<RepositoryState> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        var answer = await Tool.AskAsync(
            "git",
            ["rev-parse", "--path-format=absolute", "--show-toplevel", "--git-common-dir", "--show-object-format"],
            directory,
            cancellationToken
        );
        if (!answer.IsGood)
            throw new WorkflowException(
                $"{directory} is in no work tree of git, and a run checks out a commit: {answer.Error}"
            );
        var places = answer.Output.Split('\n');
        // At once: each takes as long as git takes to start, and a person waits for the run to begin.
        var head = AskAsync("rev-parse", "--verify", "HEAD^{commit}");
        var branch = AskAsync("symbolic-ref", "--short", "-q", "HEAD");
        var settings = SettingsAsync(places[0], cancellationToken);
        await Task.WhenAll(head, branch, settings);
        if (!(await head).IsGood)
            throw new WorkflowException($"{places[0]} has no commit yet, and a run checks one out: commit first");
        return new RepositoryState(
            places[0],
            places[1],
            places[2],
            (await head).Output.Trim(),
            (await branch).IsGood ? (await branch).Output.Trim() : null,
            await settings
        );

        Task<ToolAnswer> AskAsync(params string[] arguments) =>
            Tool.AskAsync("git", arguments, directory, cancellationToken);
    }

    /// <summary>How many files are not as they are committed.</summary>
    public async Task<int> ChangesAsync(CancellationToken cancellationToken) =>
        Count(await Tool.RunAsync("git", ["status", "--porcelain", "-z"], Root, cancellationToken));

    /// <summary>A file as it is committed; null when it is not.</summary>
    public async Task<string?> FileAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await Tool.AskAsync("git", ["cat-file", "blob", $"{Commit}:{path}"], Root, cancellationToken);
        return answer.IsGood ? answer.Output : null;
    }

    /// <summary>The names of the files of a directory as it is committed.</summary>
    public async Task<IReadOnlyList<string>> FilesAsync(string directory, CancellationToken cancellationToken)
    {
        string[] arguments = ["ls-tree", "-z", "--name-only", Commit, $"{directory}/"];
        var answer = await Tool.AskAsync("git", arguments, Root, cancellationToken);
        return
        [
            .. answer.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(path => Path.GetFileName(path)),
        ];
    }

    /// <summary>Whether files are as they are committed, those that are not tracked included.</summary>
    /// <param name="patterns">Pathspecs of git.</param>
    public async Task<bool> IsCommittedAsync(IEnumerable<string> patterns, CancellationToken cancellationToken)
    {
        string[] arguments = ["status", "--porcelain", "--untracked-files=all", "--", .. patterns];
        return (await Tool.RunAsync("git", arguments, Root, cancellationToken)).Length == 0;
    }

    static async Task<IReadOnlyList<(string, string)>> SettingsAsync(string root, CancellationToken cancellationToken)
    {
        string[] arguments = ["config", "--local", "--includes", "--list", "-z"];
        var answer = await Tool.AskAsync("git", arguments, root, cancellationToken);
        return
        [
            .. answer
                .Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(entry => entry.Split('\n', 2))
                // A key without a value is true (git-config(1)).
                .Select(parts => (parts[0], parts.Length > 1 ? parts[1] : "true")),
        ];
    }

    /// <summary>A renamed file has a second name behind it (git-status(1), "Porcelain Format Version 1").</summary>
    static int Count(string status)
    {
        var entries = status.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var count = 0;
        for (var at = 0; at < entries.Length; at++, count++)
        {
            if (entries[at][0] is 'R' or 'C')
                at++;
        }
        return count;
    }

    /// <summary>A path is relative to the work tree; what has a scheme, or a host in front of a colon, is none (git-fetch(1)).</summary>
    internal static string Absolute(string url, string root)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var slash = url.IndexOf('/', StringComparison.Ordinal);
        return colon >= 0 && (slash < 0 || colon < slash) ? url : Path.GetFullPath(url, root);
    }
}
