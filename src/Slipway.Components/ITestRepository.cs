using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>Every test of a repository: the backend's, and those of whatever else lives beside it.</summary>
public interface ITestRepository : IVerify
{
    AbsolutePath SolutionFile { get; }

    /// <summary>Test projects beside the backend's own, relative to the root: by default those named so.</summary>
    IReadOnlyList<string> OtherTests =>
        [
            .. RootDirectory
                .GlobFiles(
                    "tests/**/*.Tests.csproj",
                    "tests/**/*.EndToEndTests.csproj",
                    "tests/**/*.Conformance.csproj"
                )
                .Select(project => (string)RootDirectory.GetUnixRelativePathTo(project))
                .Except(TestProjects, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    Target CompileAll =>
        _ =>
            _.Unlisted()
                .Description("Compiles the whole solution, analyzers as errors")
                .Before(Compile)
                .Executes(() =>
                {
                    DotNetBuild(_ =>
                        _.SetProjectFile(SolutionFile)
                            .SetConfiguration(BuildConfiguration)
                            .EnableNoLogo()
                            .Stamp(Revision)
                            .Quietly(this, "compile-solution")
                    );
                });

    Target Test =>
        _ =>
            _.Description("Runs every test of this repository")
                .DependsOn(CompileAll, Lint, TestSqlite, TestPostgres)
                .Executes(() => Suites.Run(this, [.. OtherTests.Select(project => new Suite(project))]));
}
