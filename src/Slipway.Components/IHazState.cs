using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Delivery.State;

namespace Slipway.Components;

/// <summary>Where the local environments are kept, and where their addresses begin.</summary>
public interface IHazState : INukeBuild
{
    /// <summary>Counts from the command line or as <c>NUKE_STATE</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Directory of the local environments; default .slipway")]
    AbsolutePath? State => Explicit.Value(nameof(State), () => TryGetValue(() => State));

    [Parameter(
        "First port of the local environments: production, then staging, sandbox; review from 20 above; default 8080"
    )]
    int PortBase => TryGetValue<int?>(() => PortBase) ?? DefaultPortBase;

    const int DefaultPortBase = 8080;

    sealed bool IsPortBaseGiven => TryGetValue<int?>(() => PortBase) is not null;

    sealed StateDirectory StateDirectory => new(State ?? RootDirectory / ".slipway");
}
