using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class SecretsOutsideEnv : AuditRule
{
    public override string Name => "secrets-outside-env";

    public override string Reason =>
        "A secret of the repository is there for every branch; one of an environment only behind its reviewers and branches";

    public override string Remedy => "Move the secret into an environment and name it with `environment` in the job";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        SecretReferences
            .Of(workflow, "env")
            .Concat(
                from job in workflow.RunnerJobs()
                where job.Part.Environment is null
                from secret in SecretReferences.Of(workflow, job.Path)
                select secret
            )
            .Select(secret => new Breach(secret.Path, $"'{secret.Part}' is used without an environment"));
}
