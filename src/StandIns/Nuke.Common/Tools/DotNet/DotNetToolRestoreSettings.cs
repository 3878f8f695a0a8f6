// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet tool restore</c>. Installs the tools of the manifest.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolRestore), Arguments = "tool restore")]
public class DotNetToolRestoreSettings
    : ToolOptions,
        IDotNetConfigFileOption,
        IDotNetSourcesOption,
        IDotNetRestoreFeedsOptions,
        IDotNetInteractiveOption
{
    [Argument(Format = "--configfile {value}")]
    public string ConfigFile => Get<string>();

    [Argument(Format = "--add-source {value}")]
    public IReadOnlyList<string> Sources => Get<IReadOnlyList<string>>();

    [Argument(Format = "--tool-manifest {value}")]
    public string ToolManifest => Get<string>();

    [Argument(Format = "--disable-parallel")]
    public bool? DisableParallel => Get<bool?>();

    [Argument(Format = "--ignore-failed-sources")]
    public bool? IgnoreFailedSources => Get<bool?>();

    [Argument(Format = "--no-cache")]
    public bool? NoCache => Get<bool?>();

    [Argument(Format = "--interactive")]
    public bool? Interactive => Get<bool?>();
}

/// <summary>What <c>dotnet tool restore</c> alone can be told.</summary>
public static class DotNetToolRestoreSettingsExtensions
{
    extension<T>(T o)
        where T : DotNetToolRestoreSettings
    {
        public T SetToolManifest(string v) => o.Set(o.ToolManifest, v);

        public T ResetToolManifest() => o.Reset(o.ToolManifest);
    }
}
