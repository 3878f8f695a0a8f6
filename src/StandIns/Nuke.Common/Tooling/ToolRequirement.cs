namespace Nuke.Common.Tooling;

/// <summary>A tool that a target needs.</summary>
public class ToolRequirement;

/// <summary>A tool that is found through the variable <c>PATH</c>.</summary>
public class PathToolRequirement(string pathExecutable) : ToolRequirement
{
    public string PathExecutable { get; init; } = pathExecutable;
}

/// <summary>A tool of which a version can be named.</summary>
public interface IRequireToolWithVersion;
