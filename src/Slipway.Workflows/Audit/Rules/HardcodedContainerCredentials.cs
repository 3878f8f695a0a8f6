using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class HardcodedContainerCredentials : AuditRule
{
    public override string Name => "hardcoded-container-credentials";

    public override string Reason => "The password is in the repository's history, for everybody who can read it";

    public override string Remedy => "Change the password, and read it from a secret: ${{ secrets.NAME }}";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from job in workflow.RunnerJobs()
        from container in Containers(job)
        where container.Part.Credentials is { } credentials && !WorkflowParts.ReferencesOf(credentials.Password).Any()
        select new Breach($"{container.Path}.credentials.password", "the password stands in the file");

    static IEnumerable<Placed<Container>> Containers(Placed<RunnerJob> job) =>
        job
            .Part.Services.Select(service => new Placed<Container>($"{job.Path}.services.{service.Key}", service.Value))
            .Concat(job.Part.Container is { } own ? [new Placed<Container>($"{job.Path}.container", own)] : []);
}
