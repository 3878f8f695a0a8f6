using Nuke.Common;

namespace Slipway.Components;

/// <summary>A build that ships a backend.</summary>
public interface IHazBackend : INukeBuild
{
    Backend Backend { get; }
}
