// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <inheritdoc cref="DotNetRestoreSettings"/>
    public static IReadOnlyCollection<Output> DotNetRestore(DotNetRestoreSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetRestoreSettings"/>
    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetRestoreSettings()));

    /// <inheritdoc cref="DotNetRestoreSettings"/>
    public static IEnumerable<(DotNetRestoreSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRestore(
        CombinatorialConfigure<DotNetRestoreSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetRestore, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetBuildSettings"/>
    public static IReadOnlyCollection<Output> DotNetBuild(DotNetBuildSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetBuildSettings"/>
    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetBuildSettings()));

    /// <inheritdoc cref="DotNetBuildSettings"/>
    public static IEnumerable<(DotNetBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetBuild(
        CombinatorialConfigure<DotNetBuildSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetBuild, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetTestSettings"/>
    public static IReadOnlyCollection<Output> DotNetTest(DotNetTestSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetTestSettings"/>
    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetTestSettings()));

    /// <inheritdoc cref="DotNetTestSettings"/>
    public static IEnumerable<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> DotNetTest(
        CombinatorialConfigure<DotNetTestSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetTest, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetPublishSettings"/>
    public static IReadOnlyCollection<Output> DotNetPublish(DotNetPublishSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetPublishSettings"/>
    public static IReadOnlyCollection<Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetPublishSettings()));

    /// <inheritdoc cref="DotNetPublishSettings"/>
    public static IEnumerable<(DotNetPublishSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPublish(
        CombinatorialConfigure<DotNetPublishSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetPublish, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetPackSettings"/>
    public static IReadOnlyCollection<Output> DotNetPack(DotNetPackSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetPackSettings"/>
    public static IReadOnlyCollection<Output> DotNetPack(Configure<DotNetPackSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetPackSettings()));

    /// <inheritdoc cref="DotNetPackSettings"/>
    public static IEnumerable<(DotNetPackSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPack(
        CombinatorialConfigure<DotNetPackSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetPack, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetCleanSettings"/>
    public static IReadOnlyCollection<Output> DotNetClean(DotNetCleanSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetCleanSettings"/>
    public static IReadOnlyCollection<Output> DotNetClean(Configure<DotNetCleanSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetCleanSettings()));

    /// <inheritdoc cref="DotNetCleanSettings"/>
    public static IEnumerable<(DotNetCleanSettings Settings, IReadOnlyCollection<Output> Output)> DotNetClean(
        CombinatorialConfigure<DotNetCleanSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetClean, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetRunSettings"/>
    public static IReadOnlyCollection<Output> DotNetRun(DotNetRunSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetRunSettings"/>
    public static IReadOnlyCollection<Output> DotNetRun(Configure<DotNetRunSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetRunSettings()));

    /// <inheritdoc cref="DotNetRunSettings"/>
    public static IEnumerable<(DotNetRunSettings Settings, IReadOnlyCollection<Output> Output)> DotNetRun(
        CombinatorialConfigure<DotNetRunSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetRun, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetFormatSettings"/>
    public static IReadOnlyCollection<Output> DotNetFormat(DotNetFormatSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetFormatSettings"/>
    public static IReadOnlyCollection<Output> DotNetFormat(Configure<DotNetFormatSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetFormatSettings()));

    /// <inheritdoc cref="DotNetFormatSettings"/>
    public static IEnumerable<(DotNetFormatSettings Settings, IReadOnlyCollection<Output> Output)> DotNetFormat(
        CombinatorialConfigure<DotNetFormatSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetFormat, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetMSBuildSettings"/>
    public static IReadOnlyCollection<Output> DotNetMSBuild(DotNetMSBuildSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetMSBuildSettings"/>
    public static IReadOnlyCollection<Output> DotNetMSBuild(Configure<DotNetMSBuildSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetMSBuildSettings()));

    /// <inheritdoc cref="DotNetMSBuildSettings"/>
    public static IEnumerable<(DotNetMSBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetMSBuild(
        CombinatorialConfigure<DotNetMSBuildSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetMSBuild, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetNuGetPushSettings"/>
    public static IReadOnlyCollection<Output> DotNetNuGetPush(DotNetNuGetPushSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetNuGetPushSettings"/>
    public static IReadOnlyCollection<Output> DotNetNuGetPush(Configure<DotNetNuGetPushSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetNuGetPushSettings()));

    /// <inheritdoc cref="DotNetNuGetPushSettings"/>
    public static IEnumerable<(DotNetNuGetPushSettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetPush(
        CombinatorialConfigure<DotNetNuGetPushSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetNuGetPush, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetNuGetAddSourceSettings"/>
    public static IReadOnlyCollection<Output> DotNetNuGetAddSource(DotNetNuGetAddSourceSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetNuGetAddSourceSettings"/>
    public static IReadOnlyCollection<Output> DotNetNuGetAddSource(
        Configure<DotNetNuGetAddSourceSettings> configurator
    ) => new DotNetTasks().Run(configurator(new DotNetNuGetAddSourceSettings()));

    /// <inheritdoc cref="DotNetNuGetAddSourceSettings"/>
    public static IEnumerable<(
        DotNetNuGetAddSourceSettings Settings,
        IReadOnlyCollection<Output> Output
    )> DotNetNuGetAddSource(
        CombinatorialConfigure<DotNetNuGetAddSourceSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetNuGetAddSource, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetToolInstallSettings"/>
    public static IReadOnlyCollection<Output> DotNetToolInstall(DotNetToolInstallSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetToolInstallSettings"/>
    public static IReadOnlyCollection<Output> DotNetToolInstall(Configure<DotNetToolInstallSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetToolInstallSettings()));

    /// <inheritdoc cref="DotNetToolInstallSettings"/>
    public static IEnumerable<(
        DotNetToolInstallSettings Settings,
        IReadOnlyCollection<Output> Output
    )> DotNetToolInstall(
        CombinatorialConfigure<DotNetToolInstallSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetToolInstall, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetToolUpdateSettings"/>
    public static IReadOnlyCollection<Output> DotNetToolUpdate(DotNetToolUpdateSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetToolUpdateSettings"/>
    public static IReadOnlyCollection<Output> DotNetToolUpdate(Configure<DotNetToolUpdateSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetToolUpdateSettings()));

    /// <inheritdoc cref="DotNetToolUpdateSettings"/>
    public static IEnumerable<(DotNetToolUpdateSettings Settings, IReadOnlyCollection<Output> Output)> DotNetToolUpdate(
        CombinatorialConfigure<DotNetToolUpdateSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetToolUpdate, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetToolUninstallSettings"/>
    public static IReadOnlyCollection<Output> DotNetToolUninstall(DotNetToolUninstallSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetToolUninstallSettings"/>
    public static IReadOnlyCollection<Output> DotNetToolUninstall(
        Configure<DotNetToolUninstallSettings> configurator
    ) => new DotNetTasks().Run(configurator(new DotNetToolUninstallSettings()));

    /// <inheritdoc cref="DotNetToolUninstallSettings"/>
    public static IEnumerable<(
        DotNetToolUninstallSettings Settings,
        IReadOnlyCollection<Output> Output
    )> DotNetToolUninstall(
        CombinatorialConfigure<DotNetToolUninstallSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetToolUninstall, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetToolRestoreSettings"/>
    public static IReadOnlyCollection<Output> DotNetToolRestore(DotNetToolRestoreSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetToolRestoreSettings"/>
    public static IReadOnlyCollection<Output> DotNetToolRestore(Configure<DotNetToolRestoreSettings> configurator) =>
        new DotNetTasks().Run(configurator(new DotNetToolRestoreSettings()));

    /// <inheritdoc cref="DotNetToolRestoreSettings"/>
    public static IEnumerable<(
        DotNetToolRestoreSettings Settings,
        IReadOnlyCollection<Output> Output
    )> DotNetToolRestore(
        CombinatorialConfigure<DotNetToolRestoreSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetToolRestore, degreeOfParallelism, completeOnFailure);
}
