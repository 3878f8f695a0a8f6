using Nuke.Common;
using Nuke.Common.IO;
using Slipway.Components;
using Slipway.Components.Ci;
using Slipway.Databases.Migrations.Sql;
using Slipway.Verification.Coverage;
using Slipway.Workflows.Nuke;

/// <summary>The whole pipeline at a glance: what it is made of. Each component is one file of src/Slipway.Components.</summary>
[DeployReport]
[JobSummary]
[KnownTargets]
[ResultCache]
partial class Build
    : NukeBuild,
        ILint,
        ITestDatabases,
        ICoverage,
        IScan,
        IVerify,
        IImage,
        ISbom,
        IProvenance,
        IDeploy,
        IPreview,
        IApprove,
        IRollback,
        ISwap,
        IBackup,
        IRestore,
        IRestoreDrill,
        IRelease,
        IStatus,
        IDestroy,
        IVersion,
        IChangelog,
        IHazNotifications,
        ITestRepository,
        IValidateVersion,
        IWorkflows,
        IAuditWorkflows,
        IPostReview,
        IRunWorkflow,
        IProve
{
    public static int Main(string[] arguments)
    {
        JsonOutput.Prepare(arguments);
        return Execute<Build>(build => ((IDeploy)build).Deploy);
    }

    public Backend Backend { get; } =
        new()
        {
            Name = "tinygallery",
            Project = "src/TinyGallery.Api/TinyGallery.Api.csproj",
            UnitTests = ["tests/TinyGallery.UnitTests/TinyGallery.UnitTests.csproj"],
            IntegrationTests = "tests/TinyGallery.IntegrationTests/TinyGallery.IntegrationTests.csproj",
            DatabaseVariable = "TINYGALLERY_TEST_DATABASE",
            LastingSkips =
            [
                "SQLite has one write lock, and waits for it by itself.",
                "SQLite is restored by one process in one transaction.",
                "A dump names its schema: only SQLite's backup could be of anything.",
            ],
            EndToEndTests = "tests/TinyGallery.EndToEndTests/TinyGallery.EndToEndTests.csproj",
            Migrations = new Dictionary<SqlDialect, string>
            {
                [SqlDialect.PostgreSql] = "src/TinyGallery.Api/Data/Migrations/Postgres",
                [SqlDialect.Sqlite] = "src/TinyGallery.Api/Data/Migrations/Sqlite",
            },
            OpenApi = new OpenApiSource(["openapi"], "docs/openapi/tinygallery.json"),
        };

    CoverageFilter ITestRepository.RepositoryCode { get; } = new(["src"], ["src/StandIns"]);

    AbsolutePath ICompileBackend.SolutionFile => RootDirectory / "Slipway.slnx";

    /// <summary>What the start of a build costs, and nothing else: tests/Benchmarks measures it.</summary>
    Target Noop => _ => _.Unlisted().Executes(() => { });
}
