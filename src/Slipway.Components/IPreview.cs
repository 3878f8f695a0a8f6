using Nuke.Common;
using Slipway.Components.Shipping;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>What a deployment would do.</summary>
public interface IPreview : IRoute, IHazJson
{
    [Yields("plan", "its digest, which Approve takes")]
    Target Preview =>
        _ =>
            _.Description(
                    "Writes the plan that brings this commit to --environment, and shows it; changes nothing; --json"
                )
                .DependsOn(Route, Push)
                .Requires(() => Environment)
                .Produces(PlansDirectory / "*.json")
                .Runs(async () => await PreviewCommand.RunAsync(this, Environment!, Json));
}
