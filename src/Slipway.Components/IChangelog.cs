using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Components.Changelogs;

namespace Slipway.Components;

/// <summary>What changed, for those who use what is released.</summary>
public interface IChangelog : IHazRevision, IHazReleaseHost, IHazResults, IHazJson
{
    [Parameter(
        "Changelog: proposes entries from the commits and pull requests since the last release; CHANGELOG.md is left as it is"
    )]
    bool Draft => TryGetValue<bool?>(() => Draft) ?? false;

    [Parameter("Changelog --draft: proposes the changelog of all releases, for a project that begins one")]
    bool All => TryGetValue<bool?>(() => All) ?? false;

    /// <summary>What is proposed; nothing else is ever written.</summary>
    AbsolutePath ChangelogDirectory => ArtifactsDirectory / "changelog";

    Target Changelog =>
        _ =>
            _.Description("Checks CHANGELOG.md and shows what is unreleased; --draft proposes entries; --json")
                .Runs(async () => await ChangelogCommand.RunAsync(this));
}
