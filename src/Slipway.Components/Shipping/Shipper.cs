using Serilog;
using Slipway.Delivery;
using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Delivery.Execution;
using Slipway.Images;

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
        var image = ImageOf(build);
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
                deployer.DeployAsync(RevisionOf(build, image, place.Spec), Interrupt.Token)
            );
            if (outcome is AwaitingApproval waiting)
            {
                await AskAsync(build, place, waiting);
                return;
            }
        }
    }

    /// <summary>Records the approval and runs exactly that plan; then the end-to-end tests, which roll back when they fail.</summary>
    public static async Task ApproveAsync(IHazEnvironments build, string digest)
    {
        var pending = PendingPlans.Find(build.StateDirectory, digest);
        var place = Place.Of(build, pending.Environment.Name, port: pending.Plan.Port);
        await ApplyAsync(build, place, pending);
    }

    /// <param name="to"><inheritdoc cref="RollbackChoice.Of" path="/param[@name='to']"/></param>
    public static async Task RollbackAsync(IHazEnvironments build, string name, string? to = null) =>
        await Place.Of(build, name).RunAsync(deployer => deployer.RollbackAsync(to, Interrupt.Token));

    public static async Task SwapAsync(IHazEnvironments build, string name) =>
        await Place.Of(build, name).RunAsync(deployer => deployer.SwapAsync(Interrupt.Token));

    static async Task AskAsync(IHazEnvironments build, Place place, AwaitingApproval waiting)
    {
        if (!Person.IsThere)
        {
            NextCommand.Is(build, $"Approve --digest {waiting.Plan.Digest}");
            return;
        }

        PlanText.Show(waiting.Plan);
        if (Person.Agrees($"Apply this plan to {place.Spec.Name}?"))
            await ApplyAsync(build, place, PendingPlans.Find(build.StateDirectory, waiting.Plan.Digest));
        else
            NextCommand.Is(build, $"Approve --digest {waiting.Plan.Digest}");
    }

    static async Task ApplyAsync(IHazEnvironments build, Place place, PendingPlan pending)
    {
        var approval = new PendingPlans(pending.Environment).Approve(
            pending.Plan.Digest,
            Person.Name,
            TimeProvider.System.GetUtcNow()
        );
        RunRecord.Of(build).Plan = pending.Plan;
        Log.Information("Approved by {Who:l}: {Plan:l}", approval.Who, pending.Plan.ShortDigest);
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

    /// <summary>
    /// The image that this run has pushed. When it was told to skip that, the one of the version's tag: it must be this
    /// commit's, because two branches can have the same version.
    /// </summary>
    static StoredImage ImageOf(IHazEnvironments build)
    {
        if (RunRecord.Of(build).Image is { } built)
            return build.Store.Resolve(built.Digest);
        var image = build.Store.Resolve(build.ImageReference.ToString());
        var commit = build.Store.ReadConfiguration(image.Digest).Label(Annotations.Revision);
        return string.Equals(commit, build.Revision.Commit, StringComparison.Ordinal)
            ? image
            : throw new BuildException(
                $"{image} was built from commit {commit}, not from {build.Revision.Commit}. Build it again: leave out --skip."
            );
    }

    static Revision RevisionOf(IHazEnvironments build, StoredImage image, EnvironmentSpec environment) =>
        new(
            image.Digest.ToString(),
            build.Revision.Version,
            build.Revision.Commit,
            build.Revision.IsDirty,
            environment.ConfigurationDigest
        );
}
