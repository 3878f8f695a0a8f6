// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.IO;

namespace Nuke.Common.Tooling;

/// <summary>Injects the tool at a path, relative to the root directory unless it has a root.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class LocalPathAttribute(string absoluteOrRelativePath) : ToolInjectionAttributeBase
{
    public LocalPathAttribute(string windowsPath, string unixPath)
        : this(EnvironmentInfo.IsWin ? windowsPath : unixPath) { }

    public override ToolRequirement GetRequirement(MemberInfo member) => null;

    public override object GetValue(MemberInfo member, object instance) =>
        ToolResolver.GetTool(
            PathConstruction.HasPathRoot(absoluteOrRelativePath)
                ? absoluteOrRelativePath
                : Build.RootDirectory / absoluteOrRelativePath
        );
}
