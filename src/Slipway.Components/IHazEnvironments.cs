using Nuke.Common;
using Slipway.Delivery.Environments;

namespace Slipway.Components;

/// <summary>The environments of a backend, typed.</summary>
public interface IHazEnvironments : IImage
{
    /// <summary>Counts from the command line or as <c>NUKE_ENVIRONMENT</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter("Environment to act on: production, staging, sandbox, or a review environment's name")]
    string? Environment => Explicit.Value(nameof(Environment), () => TryGetValue(() => Environment));

    /// <summary>Counts from the command line or as <c>NUKE_WAIT</c> only: see <see cref="Explicit"/>.</summary>
    [Parameter(
        "Seconds to wait for another run that changes the environment; alone: 30 minutes; default: it is an error at once"
    )]
    int? Wait => Explicit.IsGiven(nameof(Wait)) ? TryGetValue<int?>(() => Wait) ?? UsualWait : null;

    const int UsualWait = 1800;

    [Parameter("Hours after its last deployment when a review environment expires; default 72")]
    int? ReviewHours => TryGetValue<int?>(() => ReviewHours);

    /// <summary>The environments that are always there, in the order in which a revision passes through them.</summary>
    IReadOnlyList<EnvironmentSpec> Environments { get; }

    /// <summary>What every review environment is like; its name and port are given to it when it is made.</summary>
    EnvironmentSpec ReviewEnvironment { get; }
}
