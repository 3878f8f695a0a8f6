using Serilog;
using Slipway.Delivery;
using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Workflows;

namespace Slipway.Components.Shipping;

/// <summary>The commands on environments, as a build gives them to the delivery engine.</summary>
static class Shipper
{
    /// <summary>
    /// The pushed image to each environment of its route, one after the other. An approval that is waited for ends the
    /// run well; anything else that is not good ends it as a failure, and what comes behind is not begun.
    /// </summary>
    public static async Task DeployAsync(IHazEnvironments build)
    {
        var image = ShippedImage.Of(build);
        var route = Destination.Of(build);
        foreach (var name in route.Environments)
        {
            var place = Place.ToDeploy(build, name, mayCreate: route.IsReview);
            if (place.Spec.RefusesDirty && build.Revision.IsDirty)
            {
                Log.Warning(
                    "{Environment:l} takes commits only and the tree has uncommitted changes: not deployed there",
                    name
                );
                return;
            }

            var outcome = await place.RunAsync(deployer =>
                deployer.DeployAsync(ShippedImage.RevisionOf(build, image, place.Spec), Interrupt.Token)
            );
            if (outcome is AwaitingApproval waiting)
            {
                await AskAsync(build, place, waiting);
                return;
            }
        }
    }

    /// <summary>
    /// Records the approval and, when that was the last one needed, runs exactly that plan; then the end-to-end tests, which
    /// roll back when they fail.
    /// </summary>
    public static async Task ApproveAsync(IHazEnvironments build, string digest)
    {
        var pending = ApprovablePlans.Find(build.StateDirectory, digest, build.PlansDirectory);
        var name = pending.Environment.Name;
        var place = Place.Of(build, name, EnvironmentName.IsReview(name), pending.Plan.Port);
        await ApplyAsync(build, place, pending);
    }

    /// <param name="to"><inheritdoc cref="RollbackChoice.Of" path="/param[@name='to']"/></param>
    public static async Task RollbackAsync(IHazEnvironments build, string name, string? to = null) =>
        await Place.Of(build, name).RunAsync(deployer => deployer.RollbackAsync(to, Interrupt.Token));

    public static async Task SwapAsync(IHazEnvironments build, string name) =>
        await Place.Of(build, name).RunAsync(deployer => deployer.SwapAsync(Interrupt.Token));

    static async Task AskAsync(IHazEnvironments build, Place place, AwaitingApproval waiting)
    {
        var digest = waiting.Plan.Digest;
        if (Person.IsThere)
        {
            PlanText.Show(waiting.Plan, place.Spec);
            var why = await Approving.WhyNotAsync(build, place, waiting.Plan);
            if (why is not null)
                Log.Information("{Why:l}", why);
            else if (Person.Agrees($"Apply this plan to {place.Spec.Name}?"))
            {
                await ApplyAsync(build, place, ApprovablePlans.Find(build.StateDirectory, digest));
                return;
            }
        }

        StepOutputs.Set("plan", digest);
        NextCommand.Is(build, $"Approve --digest {digest}");
        await Notices.TellAsync(build, waiting, place.Url);
    }

    static async Task ApplyAsync(IHazEnvironments build, Place place, PendingPlan pending)
    {
        RunRecord.Of(build).Plan = pending.Plan;
        if (!await Approving.IsEnoughAsync(build, place, pending))
            return;
        await place.RunAsync(deployer => deployer.RunAsync(pending.Plan, Interrupt.Token));
        await TestAsync(build, place, pending.Plan.Wanted);
    }

    static async Task TestAsync(IHazEnvironments build, Place place, Revision wanted)
    {
        if (build.Backend.EndToEndTests is not { } project)
            return;
        try
        {
            Suites.Run(
                build,
                new Suite(project)
                {
                    Variant = place.Spec.Name,
                    IsCompiled = false,
                    Environment = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["SLIPWAY_E2E_URL"] = place.Url.ToString(),
                        ["SLIPWAY_E2E_VERSION"] = wanted.Version,
                    },
                }
            );
        }
        catch (BuildException failure)
        {
            Log.Error("{Failure:l}", failure.Message);
            throw await RollBackAsync(place, wanted);
        }
    }

    /// <summary>Answers how it ended, to be thrown. A first deployment has nothing to go back to.</summary>
    static async Task<BuildException> RollBackAsync(Place place, Revision failed)
    {
        var name = place.Spec.Name;
        var what = $"The end-to-end tests failed against {place.Url}";
        try
        {
            await place.RunAsync(deployer => deployer.RollbackAsync(cancellation: CancellationToken.None));
            return new BuildException($"{what}: {name} was rolled back.");
        }
        catch (Exception failure) when (failure is BuildException or DeliveryException)
        {
            return new BuildException(
                $"{what}, and {name} could not be rolled back: {failure.Message} It still serves {failed}. Deploy a commit "
                    + $"that works, or take it down: ./build.sh Destroy --environment {name} --confirm {name}",
                failure
            );
        }
    }
}
