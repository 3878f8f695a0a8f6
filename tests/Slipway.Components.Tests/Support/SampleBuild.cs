using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Slipway.Databases.Migrations.Sql;
using Slipway.Delivery.Approvals;
using Slipway.Delivery.Environments;
using Slipway.Images;
using Slipway.Releases;

namespace Slipway.Components.Tests.Support;

/// <summary>A build of a small backend, in a root directory of a test's own.</summary>
sealed class SampleBuild(string root)
    : NukeBuild,
        IVerify,
        IValidateVersion,
        IDeploy,
        IPreview,
        IApprove,
        IRollback,
        ISwap,
        IStatus,
        IDestroy,
        IRelease,
        ISbom,
        IProvenance,
        ISampleFiles,
        IHazNotifications,
        IAuditWorkflows,
        IPostReview
{
    public string? SlackWebhook { get; init; }

    public string? NoticeWebhook { get; init; }

    public string? NoticeWebhookSecret { get; init; }

    /// <summary>Where staging is; production has its own.</summary>
    public int Staging { get; init; } = 8081;

    public int Production { get; init; } = 8080;

    public int PortBase { get; init; } = IHazState.DefaultPortBase;

    public AbsolutePath? State { get; init; }

    /// <summary>What <c>--environment</c> says.</summary>
    public string? Environment { get; init; }

    /// <summary>Whose approvals production asks for.</summary>
    public ApprovalPolicy Approval { get; init; } = new();

    public double CoverageThreshold { get; init; }

    public string? EndToEndTests { get; init; }

    public IReadOnlyDictionary<SqlDialect, string>? Migrations { get; init; }

    /// <summary>Where it releases to.</summary>
    public Func<string?, IReleaseHost>? ReleasesTo { get; init; }

    public OpenApiSource? OpenApi { get; init; }

    /// <summary>What <c>--pull-request</c> says.</summary>
    public int? PullRequest { get; init; }

    /// <summary>What <c>--review-address</c> says.</summary>
    public string? ReviewAddress { get; init; }

    /// <summary>What <c>--allow</c> says.</summary>
    public string? Allow { get; init; }

    /// <summary>What <c>--release-version</c> says.</summary>
    public string? ReleaseVersion { get; init; }

    public new bool IsFailing { get; init; }

    /// <summary>What the running target added to its line in the summary.</summary>
    public Dictionary<string, string> Summary { get; } = new(StringComparer.Ordinal);

    public IHazEnvironments Environments => this;

    public AbsolutePath Root { get; } = root;

    public Backend Backend =>
        new()
        {
            Name = "sample",
            Project = "src/Sample.csproj",
            UnitTests = ["tests/Sample.UnitTests.csproj"],
            IntegrationTests = "tests/Sample.IntegrationTests.csproj",
            DatabaseVariable = "SAMPLE_DATABASE",
            EndToEndTests = EndToEndTests,
            Migrations = Migrations,
            OpenApi = OpenApi,
        };

    AbsolutePath ICompileBackend.SolutionFile => Root / "Sample.slnx";

    // A run has one root directory for its process; a test has one for each build.
    AbsolutePath INukeBuild.RootDirectory => Root;

    bool INukeBuild.IsFailing => IsFailing;

    void INukeBuild.ReportSummary(Configure<Dictionary<string, string>> configurator) => configurator(Summary);

    double ICoverage.CoverageThreshold => CoverageThreshold;

    AbsolutePath? IHazState.State => State;

    int IHazState.PortBase => PortBase;

    string? IHazEnvironments.Environment => Environment;

    IReleaseHost IHazReleaseHost.ReleaseHost(string? remote, GitHubPatience patience) =>
        ReleasesTo?.Invoke(remote) ?? throw new NotSupportedException("This run was given no host.");

    string? IValidateVersion.Allow => Allow;

    string? IHazReleaseVersion.ReleaseVersion => ReleaseVersion;

    int? IPostReview.PullRequest => PullRequest;

    string? IPostReview.ReviewAddress => ReviewAddress;

    ImageSpec IImage.ImageSpec => throw new NotSupportedException("The sample's images are built by SampleSite.");

    IReadOnlyList<EnvironmentSpec> IHazEnvironments.Environments =>
        [
            Like("staging", Staging),
            Like("production", Production) with
            {
                RequiresApproval = true,
                Approval = Approval,
                RefusesDirty = true,
            },
        ];

    EnvironmentSpec IHazEnvironments.ReviewEnvironment => Like("review", PortBase + 20);

    static EnvironmentSpec Like(string name, int port) =>
        new()
        {
            Name = name,
            Port = port,
            Service = new ServiceContract
            {
                DataSettings = new Dictionary<string, string>(StringComparer.Ordinal) { ["BACKEND_DATA"] = "{data}" },
            },
            SmokeChecks =
            [
                SmokeCheck.Get("/version") with
                {
                    JsonEquals = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["version"] = SmokeCheck.WantedVersion,
                    },
                },
            ],
            DrainTimeout = TimeSpan.FromSeconds(5),
        };
}
