// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet tool update</c>. Updates a tool.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolUpdate), Arguments = "tool update")]
public class DotNetToolUpdateSettings
    : ToolOptions,
        IDotNetToolOptions,
        IDotNetSourcesOption,
        IDotNetConfigFileOption,
        IDotNetFrameworkOption,
        IDotNetVerbosityOption,
        IDotNetToolVersionOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string PackageName => Get<string>();

    [Argument(Format = "--add-source {value}")]
    public IReadOnlyList<string> Sources => Get<IReadOnlyList<string>>();

    [Argument(Format = "--configfile {value}")]
    public string ConfigFile => Get<string>();

    [Argument(Format = "--framework {value}")]
    public string Framework => Get<string>();

    [Argument(Format = "--global")]
    public bool? Global => Get<bool?>();

    [Argument(Format = "--tool-path {value}")]
    public string ToolInstallationPath => Get<string>();

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();

    [Argument(Format = "--version {value}")]
    public string Version => Get<string>();
}
