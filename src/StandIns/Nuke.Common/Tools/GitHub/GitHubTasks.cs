// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tools.GitHub;

/// <summary>Addresses on GitHub. All but the first method refuse a repository that is not there.</summary>
public static class GitHubTasks
{
    public static bool IsGitHubRepository(this GitRepository repository) =>
        repository?.Endpoint?.EqualsOrdinalIgnoreCase("github.com") ?? false;

    public static string GetGitHubOwner(this GitRepository repository) => Identifier(repository).Split('/')[0];

    public static string GetGitHubName(this GitRepository repository) => Identifier(repository).Split('/')[1];

    /// <summary>The changes from before the end commit up to the start commit: the names are NUKE's.</summary>
    public static string GetGitHubCompareCommitsUrl(
        this GitRepository repository,
        string startCommitSha,
        string endCommitSha
    ) => $"{WebUrl(repository)}/compare/{endCommitSha}^...{startCommitSha}";

    public static string GetGitHubCompareTagToHeadUrl(this GitRepository repository, string tag) =>
        $"{WebUrl(repository)}/compare/{tag}...HEAD";

    /// <summary>The changes from the end tag up to the start tag: the names are NUKE's.</summary>
    public static string GetGitHubCompareTagsUrl(this GitRepository repository, string startTag, string endTag) =>
        $"{WebUrl(repository)}/compare/{endTag}...{startTag}";

    public static string GetGitHubCommitUrl(this GitRepository repository, string commitSha) =>
        $"{WebUrl(repository)}/commit/{commitSha}";

    /// <summary>The address of a file's content; on the repository's branch when none is given.</summary>
    public static string GetGitHubDownloadUrl(this GitRepository repository, string file, string branch = null) =>
        $"https://raw.githubusercontent.com/{Identifier(repository)}/{BranchOf(repository, branch)}/{Relative(repository, file)}";

    /// <summary>The page of a file or directory; what it is, when not given, is looked up in the working directory.</summary>
    /// <exception cref="ArgumentException">It is not given and there is no such file or directory.</exception>
    public static string GetGitHubBrowseUrl(
        this GitRepository repository,
        string path = null,
        string branch = null,
        GitHubItemType itemType = GitHubItemType.Automatic
    )
    {
        var relative = path is null ? null : Relative(repository, path);
        var isDirectory =
            relative is null
            || itemType == GitHubItemType.Directory
            || (itemType == GitHubItemType.Automatic && IsDirectory(repository, relative));
        return $"{WebUrl(repository)}/{(isDirectory ? "tree" : "blob")}/{BranchOf(repository, branch)}/{relative}".TrimEnd(
            "/"
        );
    }

    private static string Identifier(GitRepository repository)
    {
        Assert.True(repository.IsGitHubRepository(), $"'{repository}' is not on GitHub");
        return repository.Identifier;
    }

    private static string WebUrl(GitRepository repository) => $"https://github.com/{Identifier(repository)}";

    private static string BranchOf(GitRepository repository, string branch) =>
        branch ?? repository.Branch.NotNull("No branch is given, and none is checked out");

    private static bool IsDirectory(GitRepository repository, string relative)
    {
        var path =
            repository.LocalDirectory.NotNull("Without a working directory the item type must be given") / relative;
        Assert.True(path.DirectoryExists() || path.FileExists(), $"Could not determine item type of '{path}'");
        return path.DirectoryExists();
    }

    private static string Relative(GitRepository repository, string path)
    {
        if (!PathConstruction.HasPathRoot(path))
            return path;
        var root = repository.LocalDirectory.NotNull("Without a working directory the path must be relative");
        Assert.True(root.Contains(path), $"Path '{path}' must be descendant of '{root}'");
        return root.GetUnixRelativePathTo(path);
    }
}
