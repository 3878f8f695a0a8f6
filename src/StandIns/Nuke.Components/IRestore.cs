// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Restores the solution.</summary>
public interface IRestore : IHazSolution, INukeBuild
{
    Target Restore => _ => _.Executes(() => DotNetRestore(_ => _.Apply(RestoreSettingsBase).Apply(RestoreSettings)));

    sealed Configure<DotNetRestoreSettings> RestoreSettingsBase =>
        _ => _.SetProjectFile(Solution).SetIgnoreFailedSources(IgnoreFailedSources);

    /// <summary>What a build adds.</summary>
    Configure<DotNetRestoreSettings> RestoreSettings => _ => _;

    [Parameter("Ignore unreachable sources during " + nameof(Restore))]
    bool IgnoreFailedSources => TryGetValue<bool?>(() => IgnoreFailedSources) ?? false;
}
