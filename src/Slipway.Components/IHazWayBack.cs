using Nuke.Common;

namespace Slipway.Components;

/// <summary>Where a command that goes back goes back to.</summary>
public interface IHazWayBack : INukeBuild
{
    /// <summary>Counts from the command line or as <c>NUKE_TO</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter(
        "Rollback: the version, or the first digits of the digest, to return to (default: the last good one); "
            + "Restore: the backup, by its name, its path or 'last'"
    )]
    string? To => Explicit.Value(nameof(To), () => TryGetValue(() => To));
}
