using Nuke.Common;
using Slipway.Releases;

namespace Slipway.Components;

/// <summary>Which version is to be released.</summary>
public interface IHazReleaseVersion : IHazRevision
{
    /// <summary>Counts from the command line or as <c>NUKE_RELEASEVERSION</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Version to release, and to be judged by ValidateVersion; default: what Version calculates")]
    string? ReleaseVersion => Explicit.Value(nameof(ReleaseVersion), () => TryGetValue(() => ReleaseVersion));

    /// <summary>Null: nobody has named one.</summary>
    /// <exception cref="ReleaseException">What was named is no semantic version.</exception>
    sealed SemanticVersion? GivenVersion => ReleaseVersion is { } given ? SemanticVersion.Parse(given) : null;
}
