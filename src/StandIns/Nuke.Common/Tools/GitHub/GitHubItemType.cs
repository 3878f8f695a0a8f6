namespace Nuke.Common.Tools.GitHub;

/// <summary>What a path on GitHub leads to.</summary>
public enum GitHubItemType
{
    Automatic,
    File,
    Directory,
}
