using Nuke.Common;
using Serilog;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>Where the commit belongs.</summary>
public interface IRoute : IHazEnvironments
{
    /// <summary>First of all: who asks for what cannot be learns so at once, and not when all is verified.</summary>
    Target Route =>
        _ =>
            _.Unlisted()
                .Before(Compile)
                .Runs(() =>
                {
                    var environments = string.Join(", then ", Destination.Of(this).Environments);
                    Log.Information("{Version} goes to {Environments:l}", Revision.Version, environments);
                });
}
