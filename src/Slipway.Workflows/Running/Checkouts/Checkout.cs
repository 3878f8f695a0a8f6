using Slipway.Workflows.Running.Processes;

namespace Slipway.Workflows.Running.Checkouts;

/// <summary>
/// A commit's tracked content in a repository of its own: with the origin, the identity and the objects of the one that
/// it comes from, and with refs that are nobody else's. A tag or a commit that a job makes stays in it unless the job
/// pushes it to the origin.
/// </summary>
public static class Checkout
{
    /// <summary>What git asks of a person's settings when it commits, signs, reaches the origin or writes files.</summary>
    static readonly string[] Taken =
    [
        "user.",
        "author.",
        "committer.",
        "commit.",
        "tag.",
        "gpg.",
        "remote.origin.",
        "url.",
        "http.",
        "credential.",
        "filter.",
        "lfs.",
        "core.autocrlf",
        "core.eol",
        "core.sshcommand",
    ];

    const string OriginBranches = "refs/remotes/origin/";

    /// <param name="directory">Where; it must be empty or not there.</param>
    /// <param name="commit">Null is the head, on its branch.</param>
    /// <param name="isShallow">As <c>fetch-depth: 1</c>: the commit without its history, without tags and other branches.</param>
    public static async Task MakeAsync(
        RepositoryState repository,
        string directory,
        string? commit,
        bool isShallow,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(directory);
        await GitAsync("init", "--quiet", "--template=", $"--object-format={repository.ObjectFormat}");
        var git = Path.Combine(directory, ".git");
        var branch = commit is null ? repository.Branch : null;
        await ShareObjectsAsync(repository, git, cancellationToken);
        await WriteShallowAsync(repository, git, isShallow ? commit ?? repository.Commit : null, cancellationToken);
        await WriteRefsAsync(repository, git, isShallow ? branch : "*", cancellationToken);
        await File.AppendAllTextAsync(
            Path.Combine(git, "config"),
            ConfigurationText.Of(Settings(repository, branch)),
            cancellationToken
        );
        string[] target = branch is null
            ? ["--detach", commit ?? repository.Commit]
            : ["-B", branch, repository.Commit];
        await GitAsync(["-c", "core.hooksPath=/dev/null", "checkout", "--quiet", "--force", .. target]);

        Task<string> GitAsync(params string[] arguments) =>
            Tool.RunAsync("git", arguments, directory, cancellationToken);
    }

    static async Task ShareObjectsAsync(RepositoryState repository, string git, CancellationToken cancellationToken)
    {
        var information = Directory.CreateDirectory(Path.Combine(git, "objects", "info"));
        await File.WriteAllTextAsync(
            Path.Combine(information.FullName, "alternates"),
            Path.Combine(repository.CommonDirectory, "objects") + "\n",
            cancellationToken
        );
    }

    /// <param name="commit">Where history is cut off; null: only where the repository's own is.</param>
    static async Task WriteShallowAsync(
        RepositoryState repository,
        string git,
        string? commit,
        CancellationToken cancellationToken
    )
    {
        var theirs = Path.Combine(repository.CommonDirectory, "shallow");
        var cuts = File.Exists(theirs) ? await File.ReadAllTextAsync(theirs, cancellationToken) : "";
        if (commit is not null)
            cuts = commit + "\n";
        if (cuts.Length > 0)
            await File.WriteAllTextAsync(Path.Combine(git, "shallow"), cuts, cancellationToken);
    }

    /// <summary>
    /// In one file, however many there are: gitrepository-layout(5), packed-refs. Of a repository without an origin, its own
    /// branches are what a clone would have: a version depends on them.
    /// </summary>
    /// <param name="only">One branch of the origin, for the whole of them and all tags <c>*</c>; null: none.</param>
    static async Task WriteRefsAsync(
        RepositoryState repository,
        string git,
        string? only,
        CancellationToken cancellationToken
    )
    {
        if (only is null)
            return;
        var branches = repository.Origin is null ? "refs/heads/" : OriginBranches;
        string[] wanted = only is "*" ? ["refs/tags", branches.TrimEnd('/')] : [branches + only];
        var listed = await Tool.RunAsync(
            "git",
            ["for-each-ref", "--format=%(objectname) %(refname) %(*objectname) %(symref)", .. wanted],
            repository.Root,
            cancellationToken
        );
        var refs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in listed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(' ');
            // origin/HEAD only says which branch is the default one.
            if (parts[3].Length > 0)
                continue;
            var name = parts[1].StartsWith(branches, StringComparison.Ordinal)
                ? OriginBranches + parts[1][branches.Length..]
                : parts[1];
            var peeled = parts[2].Length > 0 ? $"^{parts[2]}\n" : "";
            refs[name] = $"{parts[0]} {name}\n{peeled}";
        }
        await File.WriteAllTextAsync(
            Path.Combine(git, "packed-refs"),
            "# pack-refs with: peeled fully-peeled sorted \n" + string.Concat(refs.Values),
            cancellationToken
        );
    }

    static IEnumerable<(string, string)> Settings(RepositoryState repository, string? branch)
    {
        foreach (var (key, value) in repository.Configuration)
        {
            if (key is "remote.origin.url" or "remote.origin.pushurl")
                yield return (key, RepositoryState.Absolute(value, repository.Root));
            else if (Array.Exists(Taken, start => key.StartsWith(start, StringComparison.Ordinal)))
                yield return (key, value);
            else if (key is "extensions.partialclone")
                yield return (key, value);
        }
        if (branch is null || repository.Origin is null)
            yield break;
        yield return ($"branch.{branch}.remote", "origin");
        yield return ($"branch.{branch}.merge", $"refs/heads/{branch}");
    }
}
