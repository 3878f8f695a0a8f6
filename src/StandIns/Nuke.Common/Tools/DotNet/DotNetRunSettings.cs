// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet run</c>. Runs a project from its source.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetRun), Arguments = "run")]
public class DotNetRunSettings
    : ToolOptions,
        IDotNetPlatformOptions,
        IDotNetConfigurationOption,
        IDotNetFrameworkOption,
        IDotNetInteractiveOption,
        IDotNetNoBuildOption,
        IDotNetNoRestoreOption,
        IDotNetProjectFileOption,
        IDotNetRuntimeOption,
        IDotNetSelfContainedOption,
        IDotNetVerbosityOption,
        IDotNetArtifactsPathOption,
        IDotNetPropertiesOption,
        IDotNetRestoreOptions,
        IDotNetRestoreFeedsOptions,
        IDotNetSourcesOption
{
    [Argument(Format = "--arch {value}")]
    public string Architecture => Get<string>();

    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>();

    [Argument(Format = "--disable-build-servers")]
    public bool? DisableBuildServers => Get<bool?>();

    [Argument(Format = "--framework {value}")]
    public string Framework => Get<string>();

    [Argument(Format = "--launch-profile {value}")]
    public string LaunchProfile => Get<string>();

    [Argument(Format = "--interactive")]
    public bool? Interactive => Get<bool?>();

    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>();

    [Argument(Format = "--no-launch-profile")]
    public bool? NoLaunchProfile => Get<bool?>();

    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>();

    [Argument(Format = "--no-self-contained")]
    public bool? NoSelfContained => Get<bool?>();

    [Argument(Format = "--os {value}")]
    public string OperatingSystem => Get<string>();

    [Argument(Format = "--project {value}")]
    public string ProjectFile => Get<string>();

    [Argument(Format = "--runtime {value}")]
    public string Runtime => Get<string>();

    [Argument(Format = "--self-contained {value}")]
    public bool? SelfContained => Get<bool?>();

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    [Argument(Format = "-- {value}", Separator = " ", Position = -1)]
    public IReadOnlyList<string> ApplicationArguments => Get<IReadOnlyList<string>>();

    [Argument(Format = "--artifacts-path {value}")]
    public string ArtifactsPath => Get<string>();

    [Argument(Format = "--disable-parallel")]
    public bool? DisableParallel => Get<bool?>();

    [Argument(Format = "--force")]
    public bool? Force => Get<bool?>();

    [Argument(Format = "--ignore-failed-sources")]
    public bool? IgnoreFailedSources => Get<bool?>();

    [Argument(Format = "--no-cache")]
    public bool? NoCache => Get<bool?>();

    [Argument(Format = "--no-dependencies")]
    public bool? NoDependencies => Get<bool?>();

    [Argument(Format = "--packages {value}")]
    public string PackageDirectory => Get<string>();

    [Argument(Format = "--source {value}")]
    public IReadOnlyList<string> Sources => Get<IReadOnlyList<string>>();

    [Argument(Format = "--use-lock-file")]
    public bool? UseLockFile => Get<bool?>();

    [Argument(Format = "--locked-mode")]
    public bool? LockedMode => Get<bool?>();

    [Argument(Format = "--lock-file-path {value}")]
    public string LockFilePath => Get<string>();

    [Argument(Format = "--force-evaluate")]
    public bool? ForceEvaluate => Get<bool?>();

    [Argument(Format = "--property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>What <c>dotnet run</c> alone can be told.</summary>
public static class DotNetRunSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetRunSettings
    {
        public T SetDisableBuildServers(bool? v) => o.Set(o.DisableBuildServers, v);

        public T ResetDisableBuildServers() => o.Reset(o.DisableBuildServers);

        public T EnableDisableBuildServers() => o.Set(o.DisableBuildServers, true);

        public T DisableDisableBuildServers() => o.Set(o.DisableBuildServers, false);

        public T ToggleDisableBuildServers() => o.Set(o.DisableBuildServers, !o.DisableBuildServers);

        public T SetLaunchProfile(string v) => o.Set(o.LaunchProfile, v);

        public T ResetLaunchProfile() => o.Reset(o.LaunchProfile);

        public T SetNoLaunchProfile(bool? v) => o.Set(o.NoLaunchProfile, v);

        public T ResetNoLaunchProfile() => o.Reset(o.NoLaunchProfile);

        public T EnableNoLaunchProfile() => o.Set(o.NoLaunchProfile, true);

        public T DisableNoLaunchProfile() => o.Set(o.NoLaunchProfile, false);

        public T ToggleNoLaunchProfile() => o.Set(o.NoLaunchProfile, !o.NoLaunchProfile);

        public T SetNoSelfContained(bool? v) => o.Set(o.NoSelfContained, v);

        public T ResetNoSelfContained() => o.Reset(o.NoSelfContained);

        public T EnableNoSelfContained() => o.Set(o.NoSelfContained, true);

        public T DisableNoSelfContained() => o.Set(o.NoSelfContained, false);

        public T ToggleNoSelfContained() => o.Set(o.NoSelfContained, !o.NoSelfContained);

        public T SetApplicationArguments(params string[] v) => o.SetItems(o.ApplicationArguments, v);

        public T SetApplicationArguments(IEnumerable<string> v) => o.SetItems(o.ApplicationArguments, v);

        public T AddApplicationArguments(params string[] v) => o.AddItems(o.ApplicationArguments, v);

        public T AddApplicationArguments(IEnumerable<string> v) => o.AddItems(o.ApplicationArguments, v);

        public T RemoveApplicationArguments(params string[] v) => o.RemoveItems(o.ApplicationArguments, v);

        public T ClearApplicationArguments() => o.SetItems(o.ApplicationArguments, []);
    }
}
