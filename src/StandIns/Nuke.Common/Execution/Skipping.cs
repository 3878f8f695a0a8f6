// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Takes targets out of the plan, with the dependencies that nothing else needs.</summary>
internal static class Skipping
{
    /// <param name="names">Which targets; empty for all but those that were asked for; null for none.</param>
    /// <exception cref="BuildInputException">There is no target of a name; the package ignores it.</exception>
    public static void ByName(NukeBuild build, IReadOnlyCollection<string> names)
    {
        if (names is null)
            return;

        if (names.Count == 0 && build.ExecutionPlan.Any(x => x.IsDefault && !x.Invoked))
            Log.Warning("--skip alone skips the default target as well; name a target to run it without the others");

        var named = names.Select(x => ExecutionPlanner.Find(x, build.ExecutableTargets)).ToList();
        foreach (var target in build.ExecutionPlan)
        {
            if (named.Count == 0 || named.Contains(target))
                Mark(build, target, "via parameter");
        }
    }

    /// <summary>
    /// Skips the target unless it was asked for by name, then, if it says so, each of its dependencies and triggers that
    /// no other scheduled target needs.
    /// </summary>
    public static void Mark(INukeBuild build, ExecutableTarget target, string reason = null)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        if (!target.Invoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Skipped ??= reason;
        }

        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        List<ExecutableTarget> unneeded =
        [
            .. target.ExecutionDependencies.Concat(target.Triggers).Where(x => !IsNeededElsewhere(build, target, x)),
        ];
        unneeded.ForEach(x => Mark(build, x, $"because of {target.Name}"));
    }

    /// <summary>The condition of <c>() => condition</c>, as the summary shows it.</summary>
    public static string WithoutArrow(string lambda)
    {
        var arrow = lambda.IndexOf("=>", StringComparison.Ordinal);
        return arrow >= 0 && lambda[..arrow].Trim() is "()" ? lambda[(arrow + 2)..].Trim() : lambda.Trim();
    }

    private static bool IsNeededElsewhere(INukeBuild build, ExecutableTarget skipped, ExecutableTarget dependency) =>
        build.ExecutionPlan.Any(x =>
            x != skipped
            && x.Status == ExecutionStatus.Scheduled
            && (x.ExecutionDependencies.Contains(dependency) || x.Triggers.Contains(dependency))
        );
}
