// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Injects the tool in the variable <c>NAME_EXE</c>, else on the PATH. Its name, when not given, is the member's in lower case.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class PathVariableAttribute(string pathExecutable = null) : ToolInjectionAttributeBase
{
    public override ToolRequirement GetRequirement(MemberInfo member) => new PathToolRequirement(NameOf(member));

    public override object GetValue(MemberInfo member, object instance) =>
        ToolResolver.GetEnvironmentOrPathTool(NameOf(member));

    private string NameOf(MemberInfo member) => pathExecutable ?? member.Name.ToLowerInvariant();
}
