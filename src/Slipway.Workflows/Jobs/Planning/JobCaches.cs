using Slipway.Workflows.Model;

namespace Slipway.Workflows.Jobs.Planning;

/// <summary>Packages that are kept between runs, where nothing comes of them that people get.</summary>
static class JobCaches
{
    public static IEnumerable<Step> Of(PlannedJob job, JobGraph graph, RepositoryFiles repository, Actions actions) =>
        repository.PackageFiles.Count == 0
        || JobConditions.IsSelfHosted(job.Spec?.Runner ?? graph.Spec.Runner)
        || ReachesPeople(job, graph)
            ? []
            : [Packages(repository, actions)];

    /// <summary>What is released or deployed is made of nothing that another run has left; nor is what goes into it.</summary>
    static bool ReachesPeople(PlannedJob job, JobGraph graph) =>
        job.Spec?.Environment is not null
        || graph.Spec.On.Any(trigger => trigger is EventTrigger { Event: "release" } or EventTrigger { Tags: not null })
        || job.Targets.SelectMany(target => target.Permissions).Any(Releases)
        || graph.Jobs.Any(other => Handovers.Between(job, other).Any() && ReachesPeople(other, graph));

    static bool Releases(PermissionNeed need) =>
        need is { Access: Access.Write, Scope: "contents" or "packages" or "attestations" };

    static ActionStep Packages(RepositoryFiles repository, Actions actions)
    {
        var files = string.Join(", ", repository.PackageFiles.Select(file => $"'{file}'"));
        return new ActionStep(actions["actions/cache"])
        {
            Name = "Keep packages between runs",
            With =
            [
                ("path", "~/.nuget/packages"),
                ("key", $"nuget-${{{{ runner.os }}}}-${{{{ hashFiles({files}) }}}}"),
                ("restore-keys", "nuget-${{ runner.os }}-"),
            ],
        };
    }
}
