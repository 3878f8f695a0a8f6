using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Components.Compatibility;

namespace Slipway.Components;

/// <summary>Compares what has changed since the last release with what the version's number says.</summary>
public interface IValidateVersion : IOpenApi, IPublicApi, IHazReleaseVersion, IHazJson
{
    /// <summary>Counts from the command line or as <c>NUKE_ALLOW</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Why a version may say less than its changes: the release's notes state it")]
    string? Allow => Explicit.IsGiven(nameof(Allow)) ? TryGetValue(() => Allow) ?? "" : null;

    /// <summary>What was allowed, for the notes of a release: a file for each commit of which something was.</summary>
    sealed AbsolutePath Allowances => ArtifactsDirectory / "release" / "allowed";

    Target ValidateVersion =>
        _ =>
            _.Description("Compares what has changed since the last release with the version's number; --json")
                .DependsOn(Compile)
                .Cached(
                    this,
                    _ =>
                        _.Files("**")
                            .History()
                            .Parameter(() => GivenVersion ?? Revision.Release, "version")
                            .Unless(() =>
                                Json ? "what it says was asked for as JSON"
                                : Allow is not null ? "a reason was given, which is recorded"
                                : null
                            )
                            .WhenReplayed(() => VersionValidation.Again(this))
                )
                .Runs(async () => await VersionValidation.RunAsync(this));
}
