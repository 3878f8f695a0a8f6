using Slipway.Workflows.Audit.Rules;
using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;

namespace Slipway.Workflows.Audit;

/// <summary>Finds what makes a workflow easy to attack, or lets it go wrong unseen.</summary>
public static class WorkflowAudit
{
    public static IReadOnlyList<AuditRule> Rules { get; } =
    [
        new DangerousTriggers(),
        new ExcessivePermissions(),
        new UnpinnedUses(),
        new UnpinnedImages(),
        new TemplateInjection(),
        new GithubEnv(),
        new Artipacked(),
        new CachePoisoning(),
        new ForkDeployments(),
        new SecretsInherit(),
        new SecretsOutsideEnv(),
        new StoredCloudKeys(),
        new OverprovisionedSecrets(),
        new UnredactedSecrets(),
        new HardcodedContainerCredentials(),
        new InsecureCommands(),
        new BotConditions(),
        new UnsoundCondition(),
        new SelfHostedRunner(),
        new MissingTimeout(),
        new ConcurrencyLimits(),
    ];

    /// <summary>A workflow that people wrote: findings in the order of its lines.</summary>
    public static IReadOnlyList<Finding> Check(WorkflowFile file) =>
        [
            .. Check(file.Workflow, file.Path, file.Places)
                .OrderBy(finding => finding.At?.Line)
                .ThenBy(finding => finding.At?.Column),
        ];

    /// <param name="path">The file that it is written to.</param>
    public static IReadOnlyList<Finding> Check(Workflow workflow, string path) =>
        [.. Check(workflow, path, places: null)];

    static IEnumerable<Finding> Check(Workflow workflow, string path, DocumentPaths? places) =>
        from rule in Rules
        from breach in rule.Check(workflow)
        select new Finding(rule.Name, path, breach.Path, places?.Find(breach.Path), breach.Message, rule.Remedy);
}
