// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that take MSBuild properties.</summary>
public interface IDotNetPropertiesOption
{
    IReadOnlyDictionary<string, object> Properties { get; }
}

/// <summary>Sets MSBuild properties, those with a name of their own by that name.</summary>
public static class DotNetPropertiesOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetPropertiesOption
    {
        public T SetProperties(IDictionary<string, object> v) =>
            o.Set(o.Properties, new Dictionary<string, object>(v, StringComparer.Ordinal));

        public T SetProperty(string k, object v) => o.SetPair(o.Properties, k, v);

        public T AddProperty(string k, object v) => o.AddPairs(o.Properties, [new(k, v)]);

        public T RemoveProperty(string k) => o.RemovePair(o.Properties, k);

        public T ClearProperties() => o.Set(o.Properties, new Dictionary<string, object>(StringComparer.Ordinal));

        public T SetAssemblyVersion(string v) => o.SetProperty("AssemblyVersion", v);

        public T ResetAssemblyVersion() => o.RemoveProperty("AssemblyVersion");

        public T SetFileVersion(string v) => o.SetProperty("FileVersion", v);

        public T ResetFileVersion() => o.RemoveProperty("FileVersion");

        public T SetInformationalVersion(string v) => o.SetProperty("InformationalVersion", v);

        public T ResetInformationalVersion() => o.RemoveProperty("InformationalVersion");

        public T SetPackageId(string v) => o.SetProperty("PackageId", v);

        public T ResetPackageId() => o.RemoveProperty("PackageId");

        public T SetVersion(string v) => o.SetProperty("Version", v);

        public T ResetVersion() => o.RemoveProperty("Version");

        public T SetVersionPrefix(string v) => o.SetProperty("VersionPrefix", v);

        public T ResetVersionPrefix() => o.RemoveProperty("VersionPrefix");

        public T SetTitle(string v) => o.SetProperty("Title", v);

        public T ResetTitle() => o.RemoveProperty("Title");

        public T SetDescription(string v) => o.SetProperty("Description", v);

        public T ResetDescription() => o.RemoveProperty("Description");

        public T SetCopyright(string v) => o.SetProperty("Copyright", v);

        public T ResetCopyright() => o.RemoveProperty("Copyright");

        public T SetPackageLicenseUrl(string v) => o.SetProperty("PackageLicenseUrl", v);

        public T ResetPackageLicenseUrl() => o.RemoveProperty("PackageLicenseUrl");

        public T SetPackageProjectUrl(string v) => o.SetProperty("PackageProjectUrl", v);

        public T ResetPackageProjectUrl() => o.RemoveProperty("PackageProjectUrl");

        public T SetPackageIconUrl(string v) => o.SetProperty("PackageIconUrl", v);

        public T ResetPackageIconUrl() => o.RemoveProperty("PackageIconUrl");

        public T SetPackageReleaseNotes(string v) => o.SetProperty("PackageReleaseNotes", v);

        public T ResetPackageReleaseNotes() => o.RemoveProperty("PackageReleaseNotes");

        public T SetRepositoryUrl(string v) => o.SetProperty("RepositoryUrl", v);

        public T ResetRepositoryUrl() => o.RemoveProperty("RepositoryUrl");

        public T SetRepositoryType(string v) => o.SetProperty("RepositoryType", v);

        public T ResetRepositoryType() => o.RemoveProperty("RepositoryType");

        public T SetPublishProfile(string v) => o.SetProperty("PublishProfile", v);

        public T ResetPublishProfile() => o.RemoveProperty("PublishProfile");

        public T SetPlatform(string v) => o.SetProperty("Platform", v);

        public T ResetPlatform() => o.RemoveProperty("Platform");

        public T SetWarningLevel(int? v) => o.SetProperty("WarningLevel", v);

        public T ResetWarningLevel() => o.RemoveProperty("WarningLevel");

        public T SetSymbolPackageFormat(DotNetSymbolPackageFormat v) => o.SetProperty("SymbolPackageFormat", v);

        public T ResetSymbolPackageFormat() => o.RemoveProperty("SymbolPackageFormat");

        public T SetRunCodeAnalysis(bool? v) => o.SetProperty("RunCodeAnalysis", v);

        public T ResetRunCodeAnalysis() => o.RemoveProperty("RunCodeAnalysis");

        public T EnableRunCodeAnalysis() => o.SetProperty("RunCodeAnalysis", true);

        public T DisableRunCodeAnalysis() => o.SetProperty("RunCodeAnalysis", false);

        public T SetTreatWarningsAsErrors(bool? v) => o.SetProperty("TreatWarningsAsErrors", v);

        public T ResetTreatWarningsAsErrors() => o.RemoveProperty("TreatWarningsAsErrors");

        public T EnableTreatWarningsAsErrors() => o.SetProperty("TreatWarningsAsErrors", true);

        public T DisableTreatWarningsAsErrors() => o.SetProperty("TreatWarningsAsErrors", false);

        public T SetPackageRequireLicenseAcceptance(bool? v) => o.SetProperty("PackageRequireLicenseAcceptance", v);

        public T ResetPackageRequireLicenseAcceptance() => o.RemoveProperty("PackageRequireLicenseAcceptance");

        public T EnablePackageRequireLicenseAcceptance() => o.SetProperty("PackageRequireLicenseAcceptance", true);

        public T DisablePackageRequireLicenseAcceptance() => o.SetProperty("PackageRequireLicenseAcceptance", false);

        public T SetPublishReadyToRun(bool? v) => o.SetProperty("PublishReadyToRun", v);

        public T ResetPublishReadyToRun() => o.RemoveProperty("PublishReadyToRun");

        public T EnablePublishReadyToRun() => o.SetProperty("PublishReadyToRun", true);

        public T DisablePublishReadyToRun() => o.SetProperty("PublishReadyToRun", false);

        public T SetPublishSingleFile(bool? v) => o.SetProperty("PublishSingleFile", v);

        public T ResetPublishSingleFile() => o.RemoveProperty("PublishSingleFile");

        public T EnablePublishSingleFile() => o.SetProperty("PublishSingleFile", true);

        public T DisablePublishSingleFile() => o.SetProperty("PublishSingleFile", false);

        public T SetPublishTrimmed(bool? v) => o.SetProperty("PublishTrimmed", v);

        public T ResetPublishTrimmed() => o.RemoveProperty("PublishTrimmed");

        public T EnablePublishTrimmed() => o.SetProperty("PublishTrimmed", true);

        public T DisablePublishTrimmed() => o.SetProperty("PublishTrimmed", false);

        public T SetContinuousIntegrationBuild(bool? v) => o.SetProperty("ContinuousIntegrationBuild", v);

        public T ResetContinuousIntegrationBuild() => o.RemoveProperty("ContinuousIntegrationBuild");

        public T EnableContinuousIntegrationBuild() => o.SetProperty("ContinuousIntegrationBuild", true);

        public T DisableContinuousIntegrationBuild() => o.SetProperty("ContinuousIntegrationBuild", false);

        public T SetDeterministicSourcePaths(bool? v) => o.SetProperty("DeterministicSourcePaths", v);

        public T ResetDeterministicSourcePaths() => o.RemoveProperty("DeterministicSourcePaths");

        public T EnableDeterministicSourcePaths() => o.SetProperty("DeterministicSourcePaths", true);

        public T DisableDeterministicSourcePaths() => o.SetProperty("DeterministicSourcePaths", false);

        public T SetDeterministic(bool? v) => o.SetProperty("Deterministic", v);

        public T ResetDeterministic() => o.RemoveProperty("Deterministic");

        public T EnableDeterministic() => o.SetProperty("Deterministic", true);

        public T DisableDeterministic() => o.SetProperty("Deterministic", false);

        public T SetNoWarns(params int[] v) => o.SetJoined("NoWarn", ";", v);

        public T SetNoWarns(IEnumerable<int> v) => o.SetJoined("NoWarn", ";", v);

        public T AddNoWarns(params int[] v) => o.AddJoined("NoWarn", ";", v);

        public T AddNoWarns(IEnumerable<int> v) => o.AddJoined("NoWarn", ";", v);

        public T ResetNoWarn() => o.RemoveProperty("NoWarn");

        public T SetWarningsAsErrors(params int[] v) => o.SetJoined("WarningsAsErrors", ";", v);

        public T SetWarningsAsErrors(IEnumerable<int> v) => o.SetJoined("WarningsAsErrors", ";", v);

        public T AddWarningsAsErrors(params int[] v) => o.AddJoined("WarningsAsErrors", ";", v);

        public T AddWarningsAsErrors(IEnumerable<int> v) => o.AddJoined("WarningsAsErrors", ";", v);

        public T ResetWarningsAsErrors() => o.RemoveProperty("WarningsAsErrors");

        public T SetAuthors(params string[] v) => o.SetJoined("Authors", ",", v);

        public T SetAuthors(IEnumerable<string> v) => o.SetJoined("Authors", ",", v);

        public T AddAuthors(params string[] v) => o.AddJoined("Authors", ",", v);

        public T AddAuthors(IEnumerable<string> v) => o.AddJoined("Authors", ",", v);

        public T ResetAuthors() => o.RemoveProperty("Authors");

        public T SetPackageTags(params string[] v) => o.SetJoined("PackageTags", " ", v);

        public T SetPackageTags(IEnumerable<string> v) => o.SetJoined("PackageTags", " ", v);

        public T AddPackageTags(params string[] v) => o.AddJoined("PackageTags", " ", v);

        public T AddPackageTags(IEnumerable<string> v) => o.AddJoined("PackageTags", " ", v);

        public T ResetPackageTags() => o.RemoveProperty("PackageTags");

        private T SetJoined<TItem>(string property, string separator, IEnumerable<TItem> items) =>
            o.SetProperty(property, string.Join(separator, items));

        private T AddJoined<TItem>(string property, string separator, IEnumerable<TItem> items)
        {
            var present = o.Properties?.GetValueOrDefault(property) as string;
            var added = string.Join(separator, items);
            return o.SetProperty(property, string.IsNullOrEmpty(present) ? added : present + separator + added);
        }
    }
}
