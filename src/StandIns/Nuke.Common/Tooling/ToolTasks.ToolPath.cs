// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

public abstract partial class ToolTasks
{
    // The tool DotNetTasks can be moved by the variable DOTNET_EXE.
    private string OverrideVariable => GetType().Name.TrimEnd("Tasks").ToUpperInvariant() + "_EXE";

    protected virtual string GetToolPath(ToolOptions options = null) =>
        GetType()
            .GetCustomAttribute<ToolAttribute>()
            .NotNull($"No path for {GetType().Name}: set it with {nameof(ToolOptionsExtensions.SetProcessToolPath)}")
            .GetToolPath(options);

    protected internal string GetToolPathInternal(ToolOptions options = null) =>
        options?.ProcessToolPath
        ?? ToolPathResolver.TryGetEnvironmentExecutable(OverrideVariable)
        ?? GetToolPath(options);

    protected void SetToolPath(string path)
    {
        Assert.FileExists(path);
        EnvironmentInfo.SetVariable(OverrideVariable, path);
    }
}
