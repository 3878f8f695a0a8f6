// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Tooling;

/// <summary>Gives a member of type <see cref="Tool"/> its value; a tool that is not there is null without a warning.</summary>
public abstract class ToolInjectionAttributeBase : ValueInjectionAttributeBase
{
    public override bool SuppressWarnings => true;

    /// <summary>What must be there for the tool to run.</summary>
    public abstract ToolRequirement GetRequirement(MemberInfo member);
}
