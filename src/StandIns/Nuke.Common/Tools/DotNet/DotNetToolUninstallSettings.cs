// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary><c>dotnet tool uninstall</c>. Removes a tool.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolUninstall), Arguments = "tool uninstall")]
public class DotNetToolUninstallSettings : ToolOptions, IDotNetToolOptions, IDotNetVerbosityOption
{
    [Argument(Format = "{value}", Position = 1)]
    public string PackageName => Get<string>();

    [Argument(Format = "--global")]
    public bool? Global => Get<bool?>();

    [Argument(Format = "--tool-path {value}")]
    public string ToolInstallationPath => Get<string>();

    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>();
}
