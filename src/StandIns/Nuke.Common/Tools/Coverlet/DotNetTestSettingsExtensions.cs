// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tools.DotNet;

namespace Nuke.Common.Tools.Coverlet;

/// <summary>The properties of <c>coverlet.msbuild</c>.</summary>
public static class DotNetTestSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetTestSettings
    {
        public T SetCollectCoverage(bool? v) => o.SetProperty("CollectCoverage", v);

        public T ResetCollectCoverage() => o.RemoveProperty("CollectCoverage");

        public T EnableCollectCoverage() => o.SetProperty("CollectCoverage", true);

        public T DisableCollectCoverage() => o.SetProperty("CollectCoverage", false);

        public T SetCoverletOutputFormat(CoverletOutputFormat v) => o.SetProperty("CoverletOutputFormat", v);

        public T ResetCoverletOutputFormat() => o.RemoveProperty("CoverletOutputFormat");

        public T SetExcludeByFile(string v) => o.SetProperty("ExcludeByFile", v);

        public T ResetExcludeByFile() => o.RemoveProperty("ExcludeByFile");

        public T SetCoverletOutput(string v) => o.SetProperty("CoverletOutput", v);

        public T ResetCoverletOutput() => o.RemoveProperty("CoverletOutput");

        public T SetUseSourceLink(bool? v) => o.SetProperty("UseSourceLink", v);

        public T ResetUseSourceLink() => o.RemoveProperty("UseSourceLink");

        public T EnableUseSourceLink() => o.SetProperty("UseSourceLink", true);

        public T DisableUseSourceLink() => o.SetProperty("UseSourceLink", false);
    }
}
