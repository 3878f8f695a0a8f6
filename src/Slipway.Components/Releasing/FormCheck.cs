using Slipway.Releases;

namespace Slipway.Components.Releasing;

/// <summary>Whether the changelog that is to be rolled is in form.</summary>
static class FormCheck
{
    public static ReleaseCheck Of(ReleaseWorld world) =>
        new(
            "Changelog",
            world.Findings.Count == 0 ? CheckAnswer.Passed : CheckAnswer.Failed,
            world.Findings is [var first, ..]
                ? $"{FindingCount.Of(world.Findings.Count)}: {first}{Rest(world.Findings.Count)}"
                : "in form",
            $"CHANGELOG.md of {world.Base[..12]}"
        );

    static string Rest(int count) =>
        count is 1 ? " ('./build.sh Changelog' checks it)" : " ('./build.sh Changelog' lists the others)";
}
