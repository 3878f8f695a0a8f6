// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet test</c>. Runs the tests of a project.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetTest), Arguments = "test")]
public class DotNetTestSettings
    : ToolOptions,
        IDotNetProjectFileOption,
        IDotNetConfigurationOption,
        IDotNetFrameworkOption,
        IDotNetLoggersOption,
        IDotNetNoBuildOption,
        IDotNetNoRestoreOption,
        IDotNetOutputOption,
        IDotNetVerbosityOption,
        IDotNetNoLogoOption,
        IDotNetArtifactsPathOption,
        IDotNetRuntimeOption,
        IDotNetRestoreOptions,
        IDotNetRestoreFeedsOptions,
        IDotNetSourcesOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string ProjectFile => Get<string>();

    [Argument(Format = "--test-adapter-path {value}")]
    public string TestAdapterPath => Get<string>();

    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>();

    [Argument(Format = "--collect {value}")]
    public string DataCollector => Get<string>();

    [Argument(Format = "--diag {value}")]
    public string DiagnosticsFile => Get<string>();

    [Argument(Format = "--framework {value}")]
    public string Framework => Get<string>();

    [Argument(Format = "--filter {value}")]
    public string Filter => Get<string>();

    [Argument(Format = "--logger {value}")]
    public IReadOnlyList<string> Loggers => Get<IReadOnlyList<string>>();

    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>();

    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>();

    [Argument(Format = "--output {value}")]
    public string Output => Get<string>();

    [Argument(Format = "--results-directory {value}")]
    public string ResultsDirectory => Get<string>();

    [Argument(Format = "--settings {value}")]
    public string SettingsFile => Get<string>();

    [Argument(Format = "--list-tests")]
    public bool? ListTests => Get<bool?>();

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    [Argument(Format = "/property:{key}={value}")]
    public IReadOnlyDictionary<string, object> Properties => Get<IReadOnlyDictionary<string, object>>();

    [Argument(Format = "--blame")]
    public bool? BlameMode => Get<bool?>();

    [Argument(Format = "--blame-crash")]
    public bool? BlameCrash => Get<bool?>();

    [Argument(Format = "--blame-crash-dump-type {value}")]
    public string BlameCrashDumpType => Get<string>();

    [Argument(Format = "--blame-crash-collect-always")]
    public bool? BlameCrashCollectAlways => Get<bool?>();

    [Argument(Format = "--blame-hang")]
    public bool? BlameHang => Get<bool?>();

    [Argument(Format = "--blame-hang-dump-type {value}")]
    public string BlameHangDumpType => Get<string>();

    [Argument(Format = "--blame-hang-timeout {value}")]
    public string BlameHangTimeout => Get<string>();

    [Argument(Format = "-- {key}={value}", Separator = " ", Position = -1)]
    public IReadOnlyDictionary<string, object> RunSettings => Get<IReadOnlyDictionary<string, object>>();

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
}

/// <summary>What <c>dotnet test</c> alone can be told.</summary>
public static class DotNetTestSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetTestSettings
    {
        public T SetTestAdapterPath(string v) => o.Set(o.TestAdapterPath, v);

        public T ResetTestAdapterPath() => o.Reset(o.TestAdapterPath);

        public T SetDataCollector(string v) => o.Set(o.DataCollector, v);

        public T ResetDataCollector() => o.Reset(o.DataCollector);

        public T SetDiagnosticsFile(string v) => o.Set(o.DiagnosticsFile, v);

        public T ResetDiagnosticsFile() => o.Reset(o.DiagnosticsFile);

        public T SetFilter(string v) => o.Set(o.Filter, v);

        public T ResetFilter() => o.Reset(o.Filter);

        public T SetResultsDirectory(string v) => o.Set(o.ResultsDirectory, v);

        public T ResetResultsDirectory() => o.Reset(o.ResultsDirectory);

        public T SetSettingsFile(string v) => o.Set(o.SettingsFile, v);

        public T ResetSettingsFile() => o.Reset(o.SettingsFile);

        public T SetListTests(bool? v) => o.Set(o.ListTests, v);

        public T ResetListTests() => o.Reset(o.ListTests);

        public T EnableListTests() => o.Set(o.ListTests, true);

        public T DisableListTests() => o.Set(o.ListTests, false);

        public T ToggleListTests() => o.Set(o.ListTests, !o.ListTests);

        public T SetProperties(IDictionary<string, object> v) =>
            o.Set(o.Properties, new Dictionary<string, object>(v, StringComparer.Ordinal));

        public T SetProperty(string k, object v) => o.SetPair(o.Properties, k, v);

        public T AddProperty(string k, object v) => o.AddPairs(o.Properties, [new(k, v)]);

        public T RemoveProperty(string k) => o.RemovePair(o.Properties, k);

        public T ClearProperties() => o.Set(o.Properties, new Dictionary<string, object>(StringComparer.Ordinal));

        public T SetBlameMode(bool? v) => o.Set(o.BlameMode, v);

        public T ResetBlameMode() => o.Reset(o.BlameMode);

        public T EnableBlameMode() => o.Set(o.BlameMode, true);

        public T DisableBlameMode() => o.Set(o.BlameMode, false);

        public T ToggleBlameMode() => o.Set(o.BlameMode, !o.BlameMode);

        public T SetBlameCrash(bool? v) => o.Set(o.BlameCrash, v);

        public T ResetBlameCrash() => o.Reset(o.BlameCrash);

        public T EnableBlameCrash() => o.Set(o.BlameCrash, true);

        public T DisableBlameCrash() => o.Set(o.BlameCrash, false);

        public T ToggleBlameCrash() => o.Set(o.BlameCrash, !o.BlameCrash);

        public T SetBlameCrashDumpType(string v) => o.Set(o.BlameCrashDumpType, v);

        public T ResetBlameCrashDumpType() => o.Reset(o.BlameCrashDumpType);

        public T SetBlameCrashCollectAlways(bool? v) => o.Set(o.BlameCrashCollectAlways, v);

        public T ResetBlameCrashCollectAlways() => o.Reset(o.BlameCrashCollectAlways);

        public T EnableBlameCrashCollectAlways() => o.Set(o.BlameCrashCollectAlways, true);

        public T DisableBlameCrashCollectAlways() => o.Set(o.BlameCrashCollectAlways, false);

        public T ToggleBlameCrashCollectAlways() => o.Set(o.BlameCrashCollectAlways, !o.BlameCrashCollectAlways);

        public T SetBlameHang(bool? v) => o.Set(o.BlameHang, v);

        public T ResetBlameHang() => o.Reset(o.BlameHang);

        public T EnableBlameHang() => o.Set(o.BlameHang, true);

        public T DisableBlameHang() => o.Set(o.BlameHang, false);

        public T ToggleBlameHang() => o.Set(o.BlameHang, !o.BlameHang);

        public T SetBlameHangDumpType(string v) => o.Set(o.BlameHangDumpType, v);

        public T ResetBlameHangDumpType() => o.Reset(o.BlameHangDumpType);

        public T SetBlameHangTimeout(string v) => o.Set(o.BlameHangTimeout, v);

        public T ResetBlameHangTimeout() => o.Reset(o.BlameHangTimeout);

        public T SetRunSettings(IDictionary<string, object> v) =>
            o.Set(o.RunSettings, new Dictionary<string, object>(v, StringComparer.Ordinal));

        public T SetRunSetting(string k, object v) => o.SetPair(o.RunSettings, k, v);

        public T AddRunSetting(string k, object v) => o.AddPairs(o.RunSettings, [new(k, v)]);

        public T RemoveRunSetting(string k) => o.RemovePair(o.RunSettings, k);

        public T ClearRunSettings() => o.Set(o.RunSettings, new Dictionary<string, object>(StringComparer.Ordinal));
    }
}
