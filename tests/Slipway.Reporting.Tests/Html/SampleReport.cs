using Slipway.Reporting.Html;

namespace Slipway.Reporting.Tests.Html;

/// <summary>A page with every part.</summary>
static class SampleReport
{
    const string Digest = "sha256:5f0b2c7e9a6d41f38b1c0e7d2a94f6b3c85d17e09f2b6a4c3d8e1f70a2b4c6d8";
    const string Before = "sha256:91d4e8a7c3b5f20616e7d8c9b0a1f2e3d4c5b6a798081726354453627180a9b8";
    static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero);

    public static DeployReportModel Whole { get; } =
        new()
        {
            Title = "Deploy TinyGallery",
            Outcome = StageOutcome.Waiting,
            Detail = "Staging serves 1.4.0. Production waits for an approval of its plan.",
            Started = Start,
            Finished = Start.AddSeconds(74),
            Version = "1.4.0",
            Commit = "4eb56ca81f0d92c7a3f5",
            Branch = "main",
            Stages =
            [
                Stage("Verify", 0, 0, 41),
                Stage("Lint", 1, 0, 9),
                Stage("TestSqlite", 1, 9, 11.4, detail: "58 passed"),
                Stage(
                    "TestPostgres",
                    1,
                    20.4,
                    14.2,
                    detail: "58 passed on PostgreSQL 15.14 (binaries of this machine)"
                ),
                Stage("Coverage", 1, 34.6, 2.1, detail: "91.4 % of 2318 lines"),
                Stage("Scan", 1, 36.7, 4.3, detail: "no secrets; dependencies not checked"),
                Stage("Image", 0, 41, 12.8, detail: "sha256:5f0b2c7e9a6d…"),
                Stage("Push", 0, 53.8, 0.6),
                Stage("Deploy staging", 0, 54.4, 18.1),
                Stage("Migrate the database", 1, 54.4, 1.2),
                Stage("Start green", 1, 55.6, 4.9),
                Stage("Smoke green", 1, 60.5, 2.2),
                Stage("Switch traffic", 1, 62.7, 0.1),
                Stage("Drain blue", 1, 62.8, 9.7),
                Stage("Deploy production", 0, 72.5, 0, StageOutcome.Waiting, "waits for ./build.sh Approve"),
            ],
            Tests =
            [
                new ReportSuite("TinyGallery.UnitTests", 214, 0, TimeSpan.FromSeconds(1.9), []),
                new ReportSuite("TinyGallery.IntegrationTests (SQLite)", 58, 1, TimeSpan.FromSeconds(9.1), []),
                new ReportSuite(
                    "TinyGallery.IntegrationTests (PostgreSQL)",
                    57,
                    1,
                    TimeSpan.FromSeconds(12.7),
                    [
                        new ReportFailure(
                            "AlbumTests.A_deleted_album_is_gone(name: \"<b>Summer</b>\")",
                            "Expected response.StatusCode to be 404, but found 200.\n  at AlbumTests.cs:line 42"
                        ),
                    ]
                ),
            ],
            Coverage = new ReportCoverage(
                85,
                [
                    new ReportFile("src/TinyGallery.Api/Program.cs", 61, 84),
                    new ReportFile("src/TinyGallery.Api/Albums/AlbumEndpoints.cs", 143, 150),
                    new ReportFile("src/TinyGallery.Api/Photos/PhotoEndpoints.cs", 201, 214),
                    new ReportFile("src/TinyGallery.Api/Photos/ImageFormat.cs", 48, 48),
                    new ReportFile("src/TinyGallery.Api/Data/Migrator.cs", 96, 97),
                    .. Enumerable
                        .Range(1, 14)
                        .Select(n => new ReportFile($"src/TinyGallery.Api/Part{n}.cs", 80 + n, 100)),
                ]
            ),
            Checks =
            [
                new ReportCheck("Lint", StageOutcome.Succeeded, "no finding"),
                new ReportCheck("Secrets", StageOutcome.Succeeded, "592 files, no finding"),
                new ReportCheck(
                    "Dependencies",
                    StageOutcome.Skipped,
                    "the package source serves no vulnerability data"
                ),
            ],
            Image = new ReportImage(
                "tinygallery:1.4.0",
                Digest,
                [
                    new("org.opencontainers.image.version", "1.4.0"),
                    new("org.opencontainers.image.revision", "4eb56ca81f0d92c7a3f5"),
                    new("org.opencontainers.image.source", "https://example.org/tinygallery"),
                ],
                14_912_321
            ),
            Plan = new ReportPlan(
                "production",
                "sha256:0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7e8f9012345678901",
                "blue-green",
                "1.3.2 (sha256:91d4e8a7c3b5…)",
                "1.4.0 (sha256:5f0b2c7e9a6d…)",
                [
                    new ReportStep("Migrate the database", "0007 to 0008"),
                    new ReportStep("Start blue", "1 instance of 1.4.0"),
                    new ReportStep("Wait until blue is ready", "at most 60 s"),
                    new ReportStep("Smoke blue through the gateway"),
                    new ReportStep("Switch all traffic to blue"),
                    new ReportStep("Drain green", "kept for Rollback"),
                ]
            ),
            Environments =
            [
                new ReportEnvironment(
                    "staging",
                    "local",
                    "http://127.0.0.1:8081",
                    "deployed",
                    [
                        new ReportSlot("blue", "1.3.9", Before, 0, null, 0),
                        new ReportSlot("green", "1.4.0", Digest, 100, true, 1),
                    ]
                ),
                new ReportEnvironment(
                    "production",
                    "local",
                    "http://127.0.0.1:8080",
                    "waits for approval",
                    [new ReportSlot("green", "1.3.2", Before, 100, true, 1)]
                ),
                new ReportEnvironment("sandbox", "local", null, "empty", []),
            ],
            NextCommand =
                "./build.sh Approve --digest sha256:0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7e8f9012345678901",
        };

    /// <summary>A run that did nothing.</summary>
    public static DeployReportModel Bare { get; } =
        new()
        {
            Title = "Deploy",
            Outcome = StageOutcome.Failed,
            Started = Start,
            Finished = Start,
        };

    static ReportStage Stage(
        string title,
        int depth,
        double from,
        double seconds,
        StageOutcome outcome = StageOutcome.Succeeded,
        string? detail = null
    ) => new(title, depth, Start.AddSeconds(from), Start.AddSeconds(from + seconds), outcome, detail);
}
