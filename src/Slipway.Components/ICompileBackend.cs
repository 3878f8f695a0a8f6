using System.Text.Json;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>Compiles the backend and its tests, analyzers as errors; what is tested is what is shipped.</summary>
public interface ICompileBackend : IHazBackend, IHazRevision, IHazResults, IHazCache
{
    /// <summary>The solution that holds the backend and its tests.</summary>
    AbsolutePath SolutionFile { get; }

    Target Compile =>
        _ =>
            _.Description("Compiles the backend and its tests")
                .Cached(
                    this,
                    _ =>
                        _.IsOnlyAMeans()
                            .Files(BackendFiles)
                            .Parameter(() => BackendSettings.Text(Revision), "version and commit")
                            .Leaves(TestProjects.Prepend(Backend.Project).SelectMany(CompiledFiles))
                )
                .Runs(() =>
                    Work.Compile(
                        RunRecord.Of(this),
                        $"{Backend.Name} and its {TestProjects.Count} test projects",
                        () =>
                            DotNetBuild(_ =>
                                _.SetProjectFile(BackendFilter())
                                    .SetConfiguration(BuildConfiguration)
                                    .EnableNoLogo()
                                    .Stamp(Revision)
                                    .Quietly(this, "compile")
                            )
                    )
                );

    /// <summary>
    /// What the backend, its tests and their results depend on, from the root: by default all but the documents. What is
    /// left out here can change without a test running again.
    /// </summary>
    IReadOnlyList<string> BackendFiles => ["**", "!*.md", "!docs/**/*.md"];

    sealed IReadOnlyList<string> TestProjects =>
        [
            .. Backend.UnitTests,
            Backend.IntegrationTests,
            .. Backend.EndToEndTests is { } endToEnd ? [endToEnd] : Array.Empty<string>(),
        ];

    /// <summary>What a project is run from without being compiled again, as the SDK lays it out with and without UseArtifactsOutput.</summary>
    private static IEnumerable<string> CompiledFiles(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var directory = Path.GetDirectoryName(project)!.Replace('\\', '/');
        return
        [
            $"artifacts/bin/{name}/release/**",
            $"artifacts/obj/{name}/*",
            $"{directory}/bin/Release/**",
            $"{directory}/obj/*",
        ];
    }

    /// <summary>Everything is compiled once, as it is shipped.</summary>
    sealed string BuildConfiguration => "Release";

    /// <summary>
    /// A solution filter (learn.microsoft.com/visualstudio/msbuild/solution-filters): one compilation of several projects
    /// loads and judges each of them once, side by side.
    /// </summary>
    private AbsolutePath BackendFilter()
    {
        var filter = ArtifactsDirectory / "backend.slnf";
        var solution = new { path = SolutionFile.ToString(), projects = TestProjects };
        Directory.CreateDirectory(ArtifactsDirectory);
        File.WriteAllText(filter, JsonSerializer.Serialize(new { solution }));
        return filter;
    }
}
