// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.GitVersion;

/// <summary>What GitVersion looks at and how.</summary>
[Command(Type = typeof(GitVersionTasks), Command = nameof(GitVersionTasks.GitVersion))]
public class GitVersionSettings : ToolOptions, IToolOptionsWithFramework
{
    /// <inheritdoc/>
    string IToolOptionsWithFramework.Framework => Get<string>(nameof(IToolOptionsWithFramework.Framework));

    [Argument(Format = "{value}", Position = 1)]
    public string TargetPath => Get<string>();

    [Argument(Format = "/diag")]
    public bool? Diagnostics => Get<bool?>();

    [Argument(Format = "/output {value}")]
    public GitVersionOutput Output => Get<GitVersionOutput>();

    [Argument(Format = "/showvariable {value}")]
    public string ShowVariable => Get<string>();

    [Argument(Format = "/l {value}")]
    public string LogFile => Get<string>();

    [Argument(Format = "/showconfig")]
    public bool? ShowConfig => Get<bool?>();

    [Argument(Format = "/overrideconfig {key}={value}")]
    public IReadOnlyDictionary<string, object> ConfigurationOverride => Get<IReadOnlyDictionary<string, object>>();

    [Argument(Format = "/nocache")]
    public bool? NoCache => Get<bool?>();

    [Argument(Format = "/updateassemblyinfo")]
    public bool? UpdateAssemblyInfo => Get<bool?>();

    [Argument(Format = "/updateassemblyinfofilename {value}", Separator = " ")]
    public IReadOnlyList<string> UpdateAssemblyInfoFileNames => Get<IReadOnlyList<string>>();

    [Argument(Format = "/ensureassemblyinfo")]
    public bool? EnsureAssemblyInfo => Get<bool?>();

    [Argument(Format = "/url {value}")]
    public string Url => Get<string>();

    [Argument(Format = "/b {value}")]
    public string Branch => Get<string>();

    [Argument(Format = "/u {value}")]
    public string Username => Get<string>();

    [Argument(Format = "/p {value}", Secret = true)]
    public string Password => Get<string>();

    [Argument(Format = "/c {value}")]
    public string Commit => Get<string>();

    [Argument(Format = "/dynamicRepoLocation {value}")]
    public string DynamicRepositoryLocation => Get<string>();

    [Argument(Format = "/nofetch")]
    public bool? NoFetch => Get<bool?>();

    [Argument(Format = "/verbosity {value}")]
    public GitVersionVerbosity Verbosity => Get<GitVersionVerbosity>();
}

/// <summary>Changes <see cref="GitVersionSettings"/>.</summary>
public static class GitVersionSettingsExtensions
{
    extension<T>(T o)
        where T : GitVersionSettings
    {
        public T SetTargetPath(string v) => o.Set(o.TargetPath, v);

        public T ResetTargetPath() => o.Reset(o.TargetPath);

        public T SetDiagnostics(bool? v) => o.Set(o.Diagnostics, v);

        public T ResetDiagnostics() => o.Reset(o.Diagnostics);

        public T EnableDiagnostics() => o.Set(o.Diagnostics, true);

        public T DisableDiagnostics() => o.Set(o.Diagnostics, false);

        public T ToggleDiagnostics() => o.Set(o.Diagnostics, !o.Diagnostics);

        public T SetOutput(GitVersionOutput v) => o.Set(o.Output, v);

        public T ResetOutput() => o.Reset(o.Output);

        public T SetShowVariable(string v) => o.Set(o.ShowVariable, v);

        public T ResetShowVariable() => o.Reset(o.ShowVariable);

        public T SetLogFile(string v) => o.Set(o.LogFile, v);

        public T ResetLogFile() => o.Reset(o.LogFile);

        public T SetShowConfig(bool? v) => o.Set(o.ShowConfig, v);

        public T ResetShowConfig() => o.Reset(o.ShowConfig);

        public T EnableShowConfig() => o.Set(o.ShowConfig, true);

        public T DisableShowConfig() => o.Set(o.ShowConfig, false);

        public T ToggleShowConfig() => o.Set(o.ShowConfig, !o.ShowConfig);

        public T SetConfigurationOverride(IDictionary<string, object> v) =>
            o.Set(o.ConfigurationOverride, new Dictionary<string, object>(v, StringComparer.Ordinal));

        public T SetConfigurationOverride(string k, object v) => o.SetPair(o.ConfigurationOverride, k, v);

        public T AddConfigurationOverride(string k, object v) => o.AddPairs(o.ConfigurationOverride, [new(k, v)]);

        public T RemoveConfigurationOverride(string k) => o.RemovePair(o.ConfigurationOverride, k);

        public T ClearConfigurationOverride() =>
            o.Set(o.ConfigurationOverride, new Dictionary<string, object>(StringComparer.Ordinal));

        public T SetNoCache(bool? v) => o.Set(o.NoCache, v);

        public T ResetNoCache() => o.Reset(o.NoCache);

        public T EnableNoCache() => o.Set(o.NoCache, true);

        public T DisableNoCache() => o.Set(o.NoCache, false);

        public T ToggleNoCache() => o.Set(o.NoCache, !o.NoCache);

        public T SetUpdateAssemblyInfo(bool? v) => o.Set(o.UpdateAssemblyInfo, v);

        public T ResetUpdateAssemblyInfo() => o.Reset(o.UpdateAssemblyInfo);

        public T EnableUpdateAssemblyInfo() => o.Set(o.UpdateAssemblyInfo, true);

        public T DisableUpdateAssemblyInfo() => o.Set(o.UpdateAssemblyInfo, false);

        public T ToggleUpdateAssemblyInfo() => o.Set(o.UpdateAssemblyInfo, !o.UpdateAssemblyInfo);

        public T SetUpdateAssemblyInfoFileNames(params string[] v) => o.SetItems(o.UpdateAssemblyInfoFileNames, v);

        public T SetUpdateAssemblyInfoFileNames(IEnumerable<string> v) => o.SetItems(o.UpdateAssemblyInfoFileNames, v);

        public T AddUpdateAssemblyInfoFileNames(params string[] v) => o.AddItems(o.UpdateAssemblyInfoFileNames, v);

        public T AddUpdateAssemblyInfoFileNames(IEnumerable<string> v) => o.AddItems(o.UpdateAssemblyInfoFileNames, v);

        public T RemoveUpdateAssemblyInfoFileNames(params string[] v) =>
            o.RemoveItems(o.UpdateAssemblyInfoFileNames, v);

        public T ClearUpdateAssemblyInfoFileNames() => o.SetItems(o.UpdateAssemblyInfoFileNames, []);

        public T SetEnsureAssemblyInfo(bool? v) => o.Set(o.EnsureAssemblyInfo, v);

        public T ResetEnsureAssemblyInfo() => o.Reset(o.EnsureAssemblyInfo);

        public T EnableEnsureAssemblyInfo() => o.Set(o.EnsureAssemblyInfo, true);

        public T DisableEnsureAssemblyInfo() => o.Set(o.EnsureAssemblyInfo, false);

        public T ToggleEnsureAssemblyInfo() => o.Set(o.EnsureAssemblyInfo, !o.EnsureAssemblyInfo);

        public T SetUrl(string v) => o.Set(o.Url, v);

        public T ResetUrl() => o.Reset(o.Url);

        public T SetBranch(string v) => o.Set(o.Branch, v);

        public T ResetBranch() => o.Reset(o.Branch);

        public T SetUsername(string v) => o.Set(o.Username, v);

        public T ResetUsername() => o.Reset(o.Username);

        public T SetPassword(string v) => o.Set(o.Password, v);

        public T ResetPassword() => o.Reset(o.Password);

        public T SetCommit(string v) => o.Set(o.Commit, v);

        public T ResetCommit() => o.Reset(o.Commit);

        public T SetDynamicRepositoryLocation(string v) => o.Set(o.DynamicRepositoryLocation, v);

        public T ResetDynamicRepositoryLocation() => o.Reset(o.DynamicRepositoryLocation);

        public T SetNoFetch(bool? v) => o.Set(o.NoFetch, v);

        public T ResetNoFetch() => o.Reset(o.NoFetch);

        public T EnableNoFetch() => o.Set(o.NoFetch, true);

        public T DisableNoFetch() => o.Set(o.NoFetch, false);

        public T ToggleNoFetch() => o.Set(o.NoFetch, !o.NoFetch);

        public T SetVerbosity(GitVersionVerbosity v) => o.Set(o.Verbosity, v);

        public T ResetVerbosity() => o.Reset(o.Verbosity);
    }
}
