using System.Globalization;

namespace Slipway.Releases;

/// <summary>What is checked out.</summary>
/// <param name="Root">The working tree's root.</param>
/// <param name="Branch">Null when HEAD is detached.</param>
/// <param name="Changes">Files that differ from the commit, unknown ones included.</param>
sealed record GitCheckout(string Root, string Commit, DateTimeOffset Time, string? Branch, int Changes)
{
    /// <summary>Asks git three cheap questions at once.</summary>
    /// <exception cref="ReleaseException">No repository, no working tree, no commit, or a shallow clone.</exception>
    public static async Task<GitCheckout> ReadAsync(Git git, CancellationToken cancellationToken)
    {
        var root = RootAsync(git, cancellationToken);
        var status = git.RunAsync(cancellationToken, "status", "--porcelain=v2", "--branch", "--untracked-files=all");
        var time = git.RunAsync(cancellationToken, "log", "--max-count=1", "--no-show-signature", "--format=%ct");
        // In this order: that there is no repository is to be said once, and by the question that knows the answer.
        var directory = await root;
        var (commit, branch, changes) = Status(git, await status);
        var seconds = long.Parse((await time)[0], CultureInfo.InvariantCulture);
        return new GitCheckout(directory, commit, DateTimeOffset.FromUnixTimeSeconds(seconds), branch, changes);
    }

    static async Task<string> RootAsync(Git git, CancellationToken cancellationToken)
    {
        var answers = await git.RunAsync(
            cancellationToken,
            "rev-parse",
            "--is-inside-work-tree",
            "--is-shallow-repository",
            "--show-cdup"
        );
        if (answers is not ["true", ..])
            throw new ReleaseException($"{git.Directory} is no working tree of git: check the repository out first.");
        if (answers[1] is "true")
            throw new ReleaseException(
                $"{git.Directory} is a shallow clone: tags and commits are missing, so that the version would be wrong. "
                    + "Run 'git fetch --unshallow --tags' (in GitHub Actions: 'fetch-depth: 0' for actions/checkout)."
            );
        return answers.Count > 2 ? Path.GetFullPath(answers[2], git.Directory) : git.Directory;
    }

    static (string Commit, string? Branch, int Changes) Status(Git git, IReadOnlyList<string> lines)
    {
        const string CommitLine = "# branch.oid ";
        const string BranchLine = "# branch.head ";
        var commit = lines.First(line => line.StartsWith(CommitLine, StringComparison.Ordinal))[CommitLine.Length..];
        var branch = lines.First(line => line.StartsWith(BranchLine, StringComparison.Ordinal))[BranchLine.Length..];
        if (commit is "(initial)")
            throw new ReleaseException($"{git.Directory} has no commit yet: commit something first.");
        return (commit, branch is "(detached)" ? null : branch, lines.Count(line => !line.StartsWith('#')));
    }
}
