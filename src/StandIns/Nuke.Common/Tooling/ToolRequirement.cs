// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>A tool that a target needs.</summary>
public class ToolRequirement;

/// <summary>A tool that is found through the variable <c>PATH</c>.</summary>
public class PathToolRequirement(string pathExecutable) : ToolRequirement
{
    public string PathExecutable { get; init; } = pathExecutable;
}

/// <summary>A tool that is in a NuGet package.</summary>
public class NuGetPackageRequirement(string packageId, string version) : ToolRequirement
{
    public string PackageId { get; init; } = packageId;

    public string Version { get; init; } = version;
}

/// <summary>A tool of which a version can be named.</summary>
public interface IRequireToolWithVersion;
