using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class UnpinnedImages : AuditRule
{
    const string Docker = "docker://";

    public override string Name => "unpinned-images";

    public override string Scorecard => "Pinned-Dependencies";

    public override string Reason =>
        "An image's tag is whatever its registry answers today: two runs of one commit may differ, or run an attacker's";

    public override string Remedy => "Pin it to its digest: image:tag@sha256:…";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        Images(workflow)
            .Where(image => !IsPinned(image.Part))
            .Select(image => new Breach(image.Path, $"the image '{image.Part}' may be another one tomorrow"));

    /// <summary>An expression's value is only known on GitHub.</summary>
    static bool IsPinned(string image) =>
        image.Length == 0
        || image.Contains("@sha256:", StringComparison.Ordinal)
        || image.Contains("${{", StringComparison.Ordinal);

    static IEnumerable<Placed<string>> Images(Workflow workflow)
    {
        foreach (var job in workflow.RunnerJobs())
        {
            if (job.Part.Container is { } container)
                yield return new Placed<string>($"{job.Path}.container.image", container.Image);
            foreach (var (name, service, _) in job.Part.Services)
                yield return new Placed<string>($"{job.Path}.services.{name}.image", service.Image);
            foreach (var (path, action) in job.Actions().Where(action => action.Part.Uses.IsImage))
                yield return new Placed<string>($"{path}.uses", action.Uses.Reference[Docker.Length..]);
        }
    }
}
