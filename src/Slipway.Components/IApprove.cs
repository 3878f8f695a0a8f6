using Nuke.Common;
using Slipway.Components.Ci;
using Slipway.Components.Shipping;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>A person says yes to one plan, and exactly that plan is applied.</summary>
public interface IApprove : IHazEnvironments
{
    [Parameter("Digest of the plan that is approved; its first digits will do")]
    string? Digest => TryGetValue(() => Digest);

    [UsesSecretsOf(typeof(IHazNotifications))]
    [Yields("address", "where the environment answers")]
    Target Approve =>
        _ =>
            _.Description("Approves the plan of --digest, applies it and runs the end-to-end tests against it")
                .Requires(() => Digest)
                .TryConsumes<IPreview>(this, build => build.Preview)
                .Runs(async () => await Shipper.ApproveAsync(this, Digest!));
}
