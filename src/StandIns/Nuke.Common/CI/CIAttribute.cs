// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Gives a member the host of its type, or null when the build runs somewhere else.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field | AttributeTargets.Property)]
public class CIAttribute : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance) =>
        BuildMembers.TypeOf(member).IsInstanceOfType(NukeBuild.Host) ? NukeBuild.Host : null;
}
