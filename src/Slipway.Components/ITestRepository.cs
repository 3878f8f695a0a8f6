using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using Slipway.Verification.Coverage;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>Every test of a repository: the backend's, and those of whatever else lives beside it.</summary>
public interface ITestRepository : IVerify
{
    /// <summary>The repository's own files that all suites together are meant to cover, relative to the root.</summary>
    CoverageFilter RepositoryCode { get; }

    /// <summary>
    /// Test projects that <see cref="ITestDatabases"/> does not run, relative to the root, in the order in which they
    /// begin: by default those named so. The end-to-end tests are first: they take longest, and mostly wait, so that the
    /// others run beside them.
    /// </summary>
    IReadOnlyList<string> OtherTests =>
        [
            .. RootDirectory
                .GlobFiles(
                    "tests/**/*.Tests.csproj",
                    "tests/**/*.EndToEndTests.csproj",
                    "tests/**/*.Conformance.csproj"
                )
                .Select(project => (string)RootDirectory.GetUnixRelativePathTo(project))
                .Except([.. Backend.UnitTests, Backend.IntegrationTests], StringComparer.Ordinal)
                .OrderBy(project => !project.EndsWith(".EndToEndTests.csproj", StringComparison.Ordinal))
                .ThenBy(project => project, StringComparer.Ordinal),
        ];

    Target CompileAll =>
        _ =>
            _.Unlisted()
                .Description("Compiles the whole solution, analyzers as errors")
                .Before(Compile)
                .Cached(
                    this,
                    _ =>
                        _.IsOnlyAMeans()
                            .Files("**")
                            .Parameter(() => BackendSettings.Text(Revision), "version and commit")
                            .Leaves("artifacts/bin/*/release/**", "artifacts/obj/*/*")
                )
                .Runs(() =>
                    Work.Compile(
                        RunRecord.Of(this),
                        SolutionFile.Name,
                        () =>
                            DotNetBuild(_ =>
                                _.SetProjectFile(SolutionFile)
                                    .SetConfiguration(BuildConfiguration)
                                    .EnableNoLogo()
                                    .Stamp(Revision)
                                    .Quietly(this, "compile-solution")
                            )
                    )
                );

    Target TestOthers =>
        _ =>
            _.Unlisted()
                .Description("Runs the suites beside the backend's unit and integration tests")
                .DependsOn(CompileAll)
                .After(TestSqlite, TestPostgres)
                .TryAfter<ILint>(build => build.Lint)
                .Runs(() =>
                {
                    RunRecord.Of(this).Covered = RepositoryCode;
                    Suites.Run(this, [.. OtherTests.Select(project => new Suite(project))]);
                });

    Target Test =>
        _ =>
            _.Description("Runs every test of this repository")
                .DependsOn(CompileAll, Lint, TestSqlite, TestPostgres, TestOthers, Coverage);
}
