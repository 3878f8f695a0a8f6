using Slipway.Workflows.Model;

namespace Slipway.Workflows.Audit.Rules;

sealed class StoredCloudKeys : AuditRule
{
    /// <summary>The inputs that take a key which is valid until somebody revokes it.</summary>
    static readonly (string Action, string Input)[] Keys =
    [
        ("aws-actions/configure-aws-credentials", "aws-secret-access-key"),
        ("azure/login", "creds"),
        ("google-github-actions/auth", "credentials_json"),
    ];

    public override string Name => "stored-cloud-keys";

    public override string Reason =>
        "A stored key works from everywhere until somebody revokes it; a leak of it is not noticed";

    public override string Remedy =>
        "Let the cloud trust GitHub's OIDC token: `id-token: write` and a role of its own for the job";

    internal override IEnumerable<Breach> Check(Workflow workflow) =>
        from step in workflow.Actions()
        from key in Keys
        where step.Part.IsAction(key.Action) && step.Part.With.ContainsKey(key.Input)
        select new Breach($"{step.Path}.with.{key.Input}", $"'{key.Action}' gets a stored key");
}
