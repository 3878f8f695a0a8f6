// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;

namespace Nuke.Common.Git;

/// <summary>What kind of branch is checked out, by its name in any case. Detached, it is none of them.</summary>
public static class GitRepositoryExtensions
{
    public static bool IsOnMainOrMasterBranch(this GitRepository repository) =>
        repository.IsOnMainBranch() || repository.IsOnMasterBranch();

    public static bool IsOnMasterBranch(this GitRepository repository) => IsOn(repository, "master");

    public static bool IsOnMainBranch(this GitRepository repository) => IsOn(repository, "main");

    /// <summary><c>dev</c>, <c>develop</c> or <c>development</c>.</summary>
    public static bool IsOnDevelopBranch(this GitRepository repository) =>
        IsOn(repository, "dev", "develop", "development");

    /// <summary><c>feature/…</c> or <c>features/…</c>.</summary>
    public static bool IsOnFeatureBranch(this GitRepository repository) => IsBelow(repository, "feature/", "features/");

    /// <summary><c>release/…</c> or <c>releases/…</c>.</summary>
    public static bool IsOnReleaseBranch(this GitRepository repository) => IsBelow(repository, "release/", "releases/");

    /// <summary><c>hotfix/…</c> or <c>hotfixes/…</c>.</summary>
    public static bool IsOnHotfixBranch(this GitRepository repository) => IsBelow(repository, "hotfix/", "hotfixes/");

    private static bool IsOn(GitRepository repository, params string[] names) =>
        repository.Branch?.EqualsAnyOrdinalIgnoreCase(names) ?? false;

    private static bool IsBelow(GitRepository repository, params string[] prefixes) =>
        repository.Branch?.StartsWithAnyOrdinalIgnoreCase(prefixes) ?? false;
}
