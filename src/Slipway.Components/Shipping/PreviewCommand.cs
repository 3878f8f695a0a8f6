using System.Text;
using Serilog;
using Slipway.Delivery.Environments;
using Slipway.Delivery.State;
using Slipway.Workflows;

namespace Slipway.Components.Shipping;

/// <summary>The plan of a deployment, before it is one.</summary>
static class PreviewCommand
{
    /// <summary>
    /// Writes <c>artifacts/plans/&lt;name&gt;.json</c>, from where <c>Approve</c> takes it, and shows it. The environment is
    /// looked at and left as it is.
    /// </summary>
    public static async Task RunAsync(IHazEnvironments build, string name, bool json)
    {
        var place = Place.ToPreview(build, name);
        var plan = await place.PreviewAsync(ShippedImage.RevisionOf(build, place.Spec));
        Directory.CreateDirectory(build.PlansDirectory);
        var file = build.PlansDirectory / $"{name}.json";
        plan.Save(file);
        RunRecord.Of(build).Plan = plan;
        StepOutputs.Set("plan", plan.Digest);

        if (json)
            JsonOutput.Write(Encoding.UTF8.GetString(CanonicalJson.Write(plan)));
        else
            PlanText.Show(plan, place.Spec);
        Warn(await place.StatusAsync());
        Log.Information("Written to {File:l}", build.Shown(file));
        if (!plan.IsEmpty)
            NextCommand.Is(build, $"Approve --digest {plan.Digest}");
    }

    static void Warn(EnvironmentStatus now)
    {
        if (now.State is "deploying" or "unfinished")
            Log.Warning(
                "{Environment:l} is {State:l}: what comes of that may be another world than the one this plan was made for",
                now.Name,
                now.State
            );
    }
}
