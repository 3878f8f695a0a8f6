using Slipway.Delivery.Environments;

namespace Slipway.Components.Shipping;

/// <summary>What a person may have to do about an environment, a line for each, with the command that goes on.</summary>
static class StatusNotes
{
    const int ShownDigest = 12;

    public static IEnumerable<string> Of(IHazState build, StatusReport report) =>
        report.Environments.SelectMany(environment => Of(build, environment));

    static IEnumerable<string> Of(IHazState build, EnvironmentStatus environment)
    {
        var name = environment.Name;
        if (environment.Change is { } change)
        {
            var plan = change.Plan is null ? "" : $", plan {Short(change.Plan)}";
            yield return $"{name} is being changed by {change.By} since {change.Since:u}: {change.Doing}{plan}";
        }
        else if (environment.Restore is { } restore)
        {
            var way = restore.GoesForward ? "it goes forward" : "what was there before comes back";
            yield return $"{name} has an unfinished restore of {Path.GetFileName(restore.File)} ({restore.Stage}). To bring it to its "
                + $"end ({way}): {NextCommand.Line(build, $"Backup --environment {name}")}";
        }
        else if (environment is { State: "unfinished", LastDeployment: { } last })
        {
            yield return $"{name} has an unfinished {last.Purpose} of {last.Version}, plan {Short(last.Plan)}. To bring it to "
                + $"its end: {NextCommand.Line(build, $"{Again(last.Purpose)} --environment {name}")}";
        }

        if (environment is { HasRemains: true, Change: null })
        {
            yield return $"{name} was removed while it ran, and its processes still run; the next deployment ends them. To end them "
                + $"now: {NextCommand.Line(build, $"Destroy --environment {name} --confirm {name}")}";
        }

        if (environment.WaitingPlan is { } waiting)
        {
            yield return $"{name} waits for an approval of plan {Short(waiting)}: "
                + NextCommand.Line(build, $"Approve --digest {Short(waiting)}");
        }
    }

    static string Again(string purpose) =>
        purpose switch
        {
            "rollback" => "Rollback",
            "swap" => "Swap",
            _ => "Deploy",
        };

    static string Short(string digest) => digest[..Math.Min(ShownDigest, digest.Length)];
}
