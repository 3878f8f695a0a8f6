using Slipway.Components;
using Slipway.Workflows.Jobs;
using Slipway.Workflows.Model;

/// <summary>
/// The workflows of this repository, typed; <c>./build.sh Workflows</c> writes them to <c>.github/workflows</c>. What is not
/// stated here follows from the targets.
/// </summary>
partial class Build
{
    const string OfClosedRequest = "github.event.action == 'closed'";
    const string Review = "format('review-pr-{0}', github.event.pull_request.number)";

    /// <summary>The machine that the environments live on, with its own git: an address and a key to sign tags with.</summary>
    static RunsOn Machine { get; } = new(["self-hosted", "slipway"]);

    static Container Postgres { get; } =
        new("postgres:17@sha256:d74eeac9a635390a49bc21bd49fccd973de707e2a53a76ac49b552b8712ec46f")
        {
            // Only this job's machine reaches it, and it ends with the job.
            Env = [("POSTGRES_HOST_AUTH_METHOD", "trust")],
            Ports = ["5432"],
            // At its port: while the image sets itself up, a server answers at the socket alone.
            Options =
                "--health-cmd \"pg_isready -h 127.0.0.1\" --health-interval 2s --health-timeout 5s --health-retries 30",
        };

    string? IWorkflows.WorkflowPage => "docs/workflows.md";

    IReadOnlyList<WorkflowSpec> IWorkflows.Specs => [Ci, Ship, Sandbox, Operate, Nightly];

    WorkflowSpec Ci =>
        new("ci")
        {
            Name = "CI",
            Comment = "What a pull request must hold, and an environment of its own to look at it.",
            On = [new EventTrigger("pull_request") { Types = ["opened", "synchronize", "reopened", "closed"] }],
            KeepsOrder = false,
            Targets = nameof(IVerify.Verify),
            Jobs =
            [
                // First, and without it nothing: when a request closes, only its environment is taken down.
                new([nameof(IWorkflows.Workflows), nameof(IAuditWorkflows.AuditWorkflows)])
                {
                    Name = "Workflows are what the build states",
                    If = "github.event.action != 'closed'",
                    Parameters = [("Check", true)],
                    TimeoutMinutes = 10,
                },
                new(nameof(ILint.Lint)) { After = nameof(IWorkflows.Workflows) },
                new(nameof(ITestDatabases.TestSqlite)) { After = nameof(IWorkflows.Workflows) },
                OnPostgres(after: nameof(IWorkflows.Workflows)),
                new(nameof(IScan.Scan)) { After = nameof(IWorkflows.Workflows) },
                // It says so of a number that is too small; what it is said of may be looked at all the same.
                new(nameof(IValidateVersion.ValidateVersion)) { After = nameof(IWorkflows.Workflows) },
                new(nameof(IImage.Image)) { After = nameof(IWorkflows.Workflows) },
                new(nameof(IDeploy.Deploy))
                {
                    Name = "Deploy for review",
                    Environment = At("review"),
                    Concurrency = OneReview,
                    Runner = Machine,
                    Parameters = Here(("Environment", From.Expression(Review))),
                },
                new(nameof(IPostReview.PostReview))
                {
                    Name = "Post the address",
                    TimeoutMinutes = 10,
                    Parameters =
                    [
                        ("PullRequest", From.Expression("github.event.pull_request.number")),
                        ("ReviewAddress", From.Output(nameof(IDeploy.Deploy), "address")),
                    ],
                },
                new(nameof(IPostReview.WithdrawReview))
                {
                    Name = "Take the review down",
                    If = OfClosedRequest,
                    Environment = "review",
                    Concurrency = OneReview,
                    Runner = Machine,
                    TimeoutMinutes = 10,
                    Parameters = Here(
                        ("Environment", From.Expression(Review)),
                        ("PullRequest", From.Expression("github.event.pull_request.number"))
                    ),
                },
            ],
        };

    WorkflowSpec Ship =>
        new("ship")
        {
            Name = "Ship",
            Comment =
                "One image for the commit, to staging, and to production once somebody has read its plan and agreed.",
            On = [new EventTrigger("push") { Branches = ["main"] }],
            KeepsOrder = false,
            Targets = nameof(IVerify.Verify),
            Jobs =
            [
                OnPostgres(after: []),
                new([
                    nameof(IImage.Image),
                    nameof(IOpenApi.OpenApi),
                    nameof(ISbom.Sbom),
                    nameof(IProvenance.Provenance),
                ]),
                .. Attested,
                new(nameof(IDeploy.Deploy))
                {
                    Name = "Deploy to staging",
                    Environment = At("staging"),
                    Runner = Machine,
                    Parameters = Here(("Environment", "staging")),
                },
                new(nameof(IPreview.Preview))
                {
                    Name = "Plan production",
                    After = nameof(IDeploy.Deploy),
                    Runner = Machine,
                    Parameters = Here(("Environment", "production")),
                },
                new(nameof(IApprove.Approve))
                {
                    Name = "Deploy to production",
                    Environment = At("production"),
                    Runner = Machine,
                    Parameters = Here(("Digest", From.Output(nameof(IPreview.Preview), "plan"))),
                },
                // In an environment of its own: production's reviewers have agreed already, and whom to tell is a secret.
                new(nameof(IRelease.Release))
                {
                    After = nameof(IApprove.Approve),
                    Environment = "release",
                    Runner = Machine,
                    Parameters = Here(),
                },
            ],
        };

    WorkflowSpec Sandbox =>
        new("sandbox")
        {
            Name = "Sandbox",
            On = [new EventTrigger("push") { Branches = ["sandbox"] }],
            KeepsOrder = false,
            Targets = nameof(IVerify.Verify),
            Jobs =
            [
                OnPostgres(after: []),
                new(nameof(IDeploy.Deploy))
                {
                    Name = "Deploy to sandbox",
                    Environment = At("sandbox"),
                    Runner = Machine,
                    Parameters = Here(("Environment", "sandbox")),
                },
            ],
        };

    WorkflowSpec Operate =>
        new("operate")
        {
            Name = "Operate",
            RunName = "${{ inputs.operation }} ${{ inputs.environment }}",
            Comment = "What somebody on call does by hand (docs/operations.md).",
            On =
            [
                new DispatchTrigger
                {
                    Inputs =
                    [
                        (
                            "operation",
                            new Input
                            {
                                Description = "What to do",
                                Type = InputType.Choice,
                                Required = true,
                                Options = ["swap", "rollback", "restore drill", "destroy expired reviews"],
                            }
                        ),
                        (
                            "environment",
                            new Input
                            {
                                Description = "Where; the reviews have their own",
                                Type = InputType.Choice,
                                Required = true,
                                Options = ["staging", "production", "sandbox"],
                            }
                        ),
                        (
                            "to",
                            new Input { Description = "Rollback: the version to return to; empty: the last good one" }
                        ),
                    ],
                },
            ],
            KeepsOrder = false,
            Jobs =
            [
                ByHand("swap", nameof(ISwap.Swap)),
                ByHand("rollback", nameof(IRollback.Rollback), ("To", From.Expression("inputs.to"))),
                ByHand("restore drill", nameof(IRestoreDrill.RestoreDrill)),
                new(nameof(IDestroy.Destroy))
                {
                    If = "inputs.operation == 'destroy expired reviews'",
                    Environment = "review",
                    Runner = Machine,
                    Parameters = Here(("Expired", true)),
                },
            ],
        };

    WorkflowSpec Nightly =>
        new("nightly")
        {
            Name = "Nightly",
            Comment =
                "What changes though nobody changes the code: advisories, backups, reviews that are over, and the proofs.",
            On = [new ScheduleTrigger([new Schedule("17 3 * * *")]), new DispatchTrigger()],
            KeepsOrder = false,
            Targets = nameof(IScan.Scan),
            Jobs =
            [
                new(nameof(IRestoreDrill.RestoreDrill))
                {
                    Name = "Drill a restore of production",
                    Runner = Machine,
                    Parameters = Here(("Environment", "production")),
                },
                new(nameof(IDestroy.Destroy))
                {
                    Name = "Take down reviews that are over",
                    Environment = "review",
                    Runner = Machine,
                    Parameters = Here(("Expired", true)),
                },
                new(nameof(IProve.Prove)) { Name = "Prove that nothing is lost", TimeoutMinutes = 180 },
            ],
        };

    /// <summary>
    /// By themselves, once the build has the target. In a workflow of its own, so that nothing else of this one has a hand in
    /// what is attested: build level 3 of SLSA asks for that.
    /// </summary>
    IEnumerable<JobSpec> Attested =>
        ((IWorkflows)this).WhenThere(new JobSpec("Attest") { ReusableWorkflow = "attest" });

    static Concurrency OneReview { get; } =
        new("review-pr-${{ github.event.pull_request.number }}") { CancelInProgress = false };

    /// <summary>With the address where it serves then.</summary>
    static DeploymentEnvironment At(string name) => new(name) { Url = "${{ steps.build.outputs.address }}" };

    /// <summary>What every command on an environment is told.</summary>
    static ValueMap<ParameterValue> Here(params IEnumerable<Entry<ParameterValue>> more) =>
        [
            ("State", From.Expression("vars.SLIPWAY_STATE || '/var/lib/slipway'")),
            ("GalleryApiKeySha256", From.Expression("vars.GALLERY_API_KEY_SHA256")),
            ("Wait", 600),
            .. more,
        ];

    static JobSpec OnPostgres(TargetNames after) =>
        new(nameof(ITestDatabases.TestPostgres))
        {
            After = after,
            Services = [("postgres", Postgres)],
            Parameters =
            [
                (
                    "PostgresConnection",
                    From.Expression(
                        "format('Host=127.0.0.1;Port={0};Username=postgres', job.services.postgres.ports['5432'])"
                    )
                ),
            ],
        };

    static JobSpec ByHand(string operation, string target, params IEnumerable<Entry<ParameterValue>> more) =>
        new(target)
        {
            If = $"inputs.operation == '{operation}'",
            Environment = "${{ inputs.environment }}",
            Runner = Machine,
            Parameters = Here([("Environment", From.Expression("inputs.environment")), .. more]),
        };
}
