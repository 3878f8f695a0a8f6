using Nuke.Common;

namespace Slipway.Components;

/// <summary>A command that takes something away from users asks twice.</summary>
public interface IHazConfirmation : INukeBuild
{
    [Parameter("Name of the environment again, where what is done to it needs to be confirmed")]
    string? Confirm => TryGetValue(() => Confirm);
}
