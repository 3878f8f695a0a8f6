// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Pushes the packages.</summary>
public interface IPublish : IPack, ITest
{
    /// <summary>Where nothing is given, NuGet's own configuration decides (<c>defaultPushSource</c>).</summary>
    [Parameter]
    string NuGetSource => TryGetValue(() => NuGetSource);

    [Parameter]
    [Secret]
    string NuGetApiKey => TryGetValue(() => NuGetApiKey);

    Target Publish =>
        _ =>
            _.DependsOn(Test, Pack)
                .Requires(() => NuGetApiKey)
                .Executes(() =>
                    DotNetNuGetPush(
                        _ =>
                            _.Apply(PushSettingsBase)
                                .Apply(PushSettings)
                                .CombineWith(PushPackageFiles, (_, v) => _.SetTargetPath(v))
                                .Apply(PackagePushSettings),
                        PushDegreeOfParallelism,
                        PushCompleteOnFailure
                    )
                );

    sealed Configure<DotNetNuGetPushSettings> PushSettingsBase => _ => _.SetSource(NuGetSource).SetApiKey(NuGetApiKey);

    /// <summary>What a build adds for all packages.</summary>
    Configure<DotNetNuGetPushSettings> PushSettings => _ => _;

    /// <summary>What a build adds for each package.</summary>
    Configure<DotNetNuGetPushSettings> PackagePushSettings => _ => _;

    IEnumerable<AbsolutePath> PushPackageFiles => PackagesDirectory.GlobFiles("*.nupkg");

    bool PushCompleteOnFailure => true;

    int PushDegreeOfParallelism => 5;
}
