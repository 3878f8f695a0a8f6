// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet publish</c>. Publishes a project, ready to be deployed.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPublish), Arguments = "publish")]
public class DotNetPublishSettings
    : ToolOptions,
        IDotNetProjectOption,
        IDotNetPlatformOptions,
        IDotNetConfigurationOption,
        IDotNetFrameworkOption,
        IDotNetNoRestoreOption,
        IDotNetNoBuildOption,
        IDotNetOutputOption,
        IDotNetSelfContainedOption,
        IDotNetRuntimeOption,
        IDotNetVerbosityOption,
        IDotNetVersionSuffixOption,
        IDotNetNoLogoOption,
        IDotNetTargetsOption,
        IDotNetArtifactsPathOption,
        IDotNetPropertiesOption,
        IDotNetRestoreOptions,
        IDotNetRestoreFeedsOptions,
        IDotNetSourcesOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string Project => Get<string>();

    [Argument(Format = "--arch {value}")]
    public string Architecture => Get<string>();

    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>();

    [Argument(Format = "--framework {value}")]
    public string Framework => Get<string>();

    [Argument(Format = "--manifest {value}")]
    public string Manifest => Get<string>();

    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>();

    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>();

    [Argument(Format = "--output {value}")]
    public string Output => Get<string>();

    [Argument(Format = "--os {value}")]
    public string OperatingSystem => Get<string>();

    [Argument(Format = "--self-contained {value}")]
    public bool? SelfContained => Get<bool?>();

    [Argument(Format = "--runtime {value}")]
    public string Runtime => Get<string>();

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    [Argument(Format = "--version-suffix {value}")]
    public string VersionSuffix => Get<string>();

    [Argument(Format = "--nologo")]
    public bool? NoLogo => Get<bool?>();

    [Argument(Format = "/t:{value}", Separator = ";")]
    public IReadOnlyList<string> Targets => Get<IReadOnlyList<string>>();

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

/// <summary>What <c>dotnet publish</c> alone can be told.</summary>
public static class DotNetPublishSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetPublishSettings
    {
        public T SetManifest(string v) => o.Set(o.Manifest, v);

        public T ResetManifest() => o.Reset(o.Manifest);
    }
}
