using Nuke.Common;
using Slipway.Components.Shipping;

namespace Slipway.Components;

/// <summary>A person says yes to one plan, and exactly that plan is applied.</summary>
public interface IApprove : IHazEnvironments
{
    [Parameter("Digest of the plan that is approved; its first digits will do")]
    string? Digest => TryGetValue(() => Digest);

    Target Approve =>
        _ =>
            _.Description("Approves the plan of --digest, applies it and runs the end-to-end tests against it")
                .Requires(() => Digest)
                .Runs(async () => await Shipper.ApproveAsync(this, Digest!));
}
