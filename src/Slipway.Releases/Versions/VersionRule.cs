using System.Globalization;

namespace Slipway.Releases;

/// <summary>
/// How a version follows from the highest reachable tag, the commits since, the branch and the working tree:
/// <list type="table">
/// <item><term>on the tag <c>v1.2.3</c></term><description><c>1.2.3</c>, on any branch</description></item>
/// <item><term>3 commits later, main</term><description><c>1.2.4-3</c></description></item>
/// <item><term>3 commits later, feature/x</term><description><c>1.2.4-feature-x.3</c></description></item>
/// <item><term>3 commits after <c>v1.3.0-rc.1</c></term><description><c>1.3.0-rc.1.3</c>: the version to come is named already</description></item>
/// <item><term>no tag</term><description><c>0.1.0-7</c>, with all commits counted</description></item>
/// <item><term>a dirty tree</term><description>the same with <c>+dirty</c></description></item>
/// </list>
/// </summary>
static class VersionRule
{
    static readonly SemanticVersion First = new(0, 1, 0);

    /// <param name="tag">The highest version among the reachable tags; null for none.</param>
    /// <param name="distance">Commits that the tag does not have.</param>
    /// <param name="branch">Null for a detached HEAD.</param>
    public static SemanticVersion Decide(SemanticVersion? tag, int distance, string? branch, bool isDirty)
    {
        var version = tag is not null && distance == 0 ? tag : Next(tag, distance, branch);
        return isDirty ? version with { Build = version.Build is null ? "dirty" : $"{version.Build}.dirty" } : version;
    }

    static SemanticVersion Next(SemanticVersion? tag, int distance, string? branch)
    {
        var core = tag switch
        {
            null => First,
            { PreRelease: null } => tag with { Patch = tag.Patch + 1 },
            _ => tag,
        };
        var count = distance.ToString(CultureInfo.InvariantCulture);
        var label = IsMain(branch) ? tag?.PreRelease : BranchLabel.Of(branch);
        return core with { PreRelease = label is null ? count : $"{label}.{count}", Build = null };
    }

    static bool IsMain(string? branch) => branch is "main" or "master";
}
