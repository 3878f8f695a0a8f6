// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet pack</c>. Makes packages of projects.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPack), Arguments = "pack")]
public class DotNetPackSettings
    : ToolOptions,
        IDotNetProjectOption,
        IDotNetConfigurationOption,
        IDotNetNoBuildOption,
        IDotNetNoRestoreOption,
        IDotNetOutputDirectoryOption,
        IDotNetVerbosityOption,
        IDotNetVersionSuffixOption,
        IDotNetNoLogoOption,
        IDotNetArtifactsPathOption,
        IDotNetRuntimeOption,
        IDotNetPropertiesOption,
        IDotNetRestoreOptions,
        IDotNetRestoreFeedsOptions,
        IDotNetSourcesOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string Project => Get<string>();

    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>();

    [Argument(Format = "--include-source")]
    public bool? IncludeSource => Get<bool?>();

    [Argument(Format = "--include-symbols")]
    public bool? IncludeSymbols => Get<bool?>();

    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>();

    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>();

    [Argument(Format = "--output {value}")]
    public string OutputDirectory => Get<string>();

    [Argument(Format = "--serviceable")]
    public bool? Serviceable => Get<bool?>();

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    [Argument(Format = "--version-suffix {value}")]
    public string VersionSuffix => Get<string>();

    [Argument(Format = "--nologo")]
    public bool? NoLogo => Get<bool?>();

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

    [Argument(Format = "--runtime {value}")]
    public string Runtime => Get<string>();

    [Argument(Format = "--property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();
}

/// <summary>What <c>dotnet pack</c> alone can be told.</summary>
public static class DotNetPackSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetPackSettings
    {
        public T SetIncludeSource(bool? v) => o.Set(o.IncludeSource, v);

        public T ResetIncludeSource() => o.Reset(o.IncludeSource);

        public T EnableIncludeSource() => o.Set(o.IncludeSource, true);

        public T DisableIncludeSource() => o.Set(o.IncludeSource, false);

        public T ToggleIncludeSource() => o.Set(o.IncludeSource, !o.IncludeSource);

        public T SetIncludeSymbols(bool? v) => o.Set(o.IncludeSymbols, v);

        public T ResetIncludeSymbols() => o.Reset(o.IncludeSymbols);

        public T EnableIncludeSymbols() => o.Set(o.IncludeSymbols, true);

        public T DisableIncludeSymbols() => o.Set(o.IncludeSymbols, false);

        public T ToggleIncludeSymbols() => o.Set(o.IncludeSymbols, !o.IncludeSymbols);

        public T SetServiceable(bool? v) => o.Set(o.Serviceable, v);

        public T ResetServiceable() => o.Reset(o.Serviceable);

        public T EnableServiceable() => o.Set(o.Serviceable, true);

        public T DisableServiceable() => o.Set(o.Serviceable, false);

        public T ToggleServiceable() => o.Set(o.Serviceable, !o.Serviceable);
    }
}
