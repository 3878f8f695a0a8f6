using Nuke.Common;
using Nuke.Common.Tools.DotNet;
using Serilog;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Slipway.Components;

/// <summary>Compiles the backend and its tests, analyzers as errors; what is tested is what is shipped.</summary>
public interface ICompileBackend : IHazBackend, IHazRevision, IHazResults
{
    Target Compile =>
        _ =>
            _.Description("Compiles the backend and its tests")
                .Executes(() =>
                {
                    foreach (var project in TestProjects)
                    {
                        DotNetBuild(_ =>
                            _.SetProjectFile(RootDirectory / project)
                                .SetConfiguration(BuildConfiguration)
                                .EnableNoLogo()
                                .Stamp(Revision)
                                .Quietly(this, $"compile-{Path.GetFileNameWithoutExtension(project)}")
                        );
                        Log.Information("{Project:l}", project);
                    }
                });

    sealed IEnumerable<string> TestProjects =>
        [
            .. Backend.UnitTests,
            Backend.IntegrationTests,
            .. Backend.EndToEndTests is { } endToEnd ? [endToEnd] : Array.Empty<string>(),
        ];

    /// <summary>Everything is compiled once, as it is shipped.</summary>
    sealed string BuildConfiguration => "Release";
}
