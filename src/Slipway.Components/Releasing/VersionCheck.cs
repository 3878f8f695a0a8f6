using Slipway.Components.Compatibility;
using Slipway.Releases;

namespace Slipway.Components.Releasing;

/// <summary>What <c>ValidateVersion</c> has found of the version that is released: what it said of another is no answer.</summary>
static class VersionCheck
{
    /// <param name="version">The version that is released.</param>
    /// <param name="calculated">The one that <c>ValidateVersion</c> judges when it is given none.</param>
    /// <param name="file">Where <paramref name="kept"/> was read, for people.</param>
    public static ReleaseCheck Of(CommitChecks kept, SemanticVersion version, SemanticVersion calculated, string file)
    {
        var command = version == calculated ? "ValidateVersion" : $"ValidateVersion --release-version {version}";
        return kept.Find(VersionValidation.Name) switch
        {
            null => NotChecked($"'./build.sh {command}' judges the number"),
            { Version: { } judged } when !judged.Equals(version.ToString(), StringComparison.Ordinal) => NotChecked(
                $"{judged} was judged, not {version}: './build.sh {command}'"
            ),
            var check => new ReleaseCheck(check.Name, check.Answer, check.Detail, file),
        };
    }

    static ReleaseCheck NotChecked(string why) => new(VersionValidation.Name, CheckAnswer.NotChecked, why, "");
}
