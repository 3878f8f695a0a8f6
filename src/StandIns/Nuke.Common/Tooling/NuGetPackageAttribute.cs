// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Injects the tool in the variable <c>MEMBER_EXE</c>, else in a package that the build project references or downloads.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class NuGetPackageAttribute : ToolInjectionAttributeBase
{
    private readonly string _packageId;
    private readonly string _packageExecutable;

    public NuGetPackageAttribute(string packageId, string packageExecutable)
        : this(packageId, packageExecutable, packageExecutable) { }

    public NuGetPackageAttribute(string packageId, string packageExecutable32, string packageExecutable64)
    {
        _packageId = packageId;
        _packageExecutable = EnvironmentInfo.Is32Bit ? packageExecutable32 : packageExecutable64;
    }

    /// <summary>The one to run of a package with several; the build's when null.</summary>
    public string Framework { get; set; }

    /// <summary>The version to run; the referenced one when null.</summary>
    public string Version { get; set; }

    public override ToolRequirement GetRequirement(MemberInfo member) =>
        new NuGetPackageRequirement(_packageId, Version);

    public override object GetValue(MemberInfo member, object instance) =>
        ToolResolver.TryGetEnvironmentTool(member.Name)
        ?? ToolResolver.GetNuGetTool(_packageId, _packageExecutable, Version, Framework);
}
