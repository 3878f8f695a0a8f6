using Nuke.Common;
using Nuke.Common.IO;

namespace Slipway.Components;

/// <summary>
/// A build whose targets are not run again when nothing that they depend on has changed: docs/caching.md. Its class needs
/// <see cref="ResultCacheAttribute"/>, and each such target says what it depends on, in
/// <see cref="CachedTargets.Cached"/>.
/// </summary>
public interface IHazCache : INukeBuild
{
    /// <summary>
    /// Where results are kept; checkouts may share it. Counts from the command line or as <c>NUKE_CACHE</c> only.
    /// </summary>
    [Parameter("Directory in which results of targets are kept; default .nuke/temp/cache")]
    AbsolutePath? Cache => Explicit.Value(nameof(Cache), () => TryGetValue(() => Cache));

    [Parameter("Runs every target, whether something has changed or not")]
    bool NoCache => Explicit.IsGiven(nameof(NoCache)) && (TryGetValue<bool?>(() => NoCache) ?? true);

    [Parameter("Says of each target that could stay away what has made it run, or that nothing has")]
    bool Explain => Explicit.IsGiven(nameof(Explain)) && (TryGetValue<bool?>(() => Explain) ?? true);

    sealed AbsolutePath CacheDirectory => Cache ?? TemporaryDirectory / "cache";
}
