// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.Tooling;

/// <summary>Where a tool is found.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class ToolAttribute : Attribute
{
    internal abstract string GetToolPath(ToolOptions options);
}

/// <summary>The tool is an executable on the PATH.</summary>
public class PathToolAttribute : ToolAttribute
{
    public string Executable { get; set; }

    internal override string GetToolPath(ToolOptions options) => ToolPathResolver.GetPathExecutable(Executable);
}

/// <summary>The tool is in a NuGet package that the build project references or downloads.</summary>
public class NuGetToolAttribute : ToolAttribute
{
    public string Id { get; set; }

    /// <summary>Names of its file, separated by <c>|</c>.</summary>
    public string Executable { get; set; }

    internal override string GetToolPath(ToolOptions options) =>
        NuGetToolPathResolver.GetPackageExecutable(
            Id,
            Executable,
            framework: (options as IToolOptionsWithFramework)?.Framework
        );
}

/// <summary>The package of the tool has an executable for each of several frameworks.</summary>
public interface IToolOptionsWithFramework
{
    string Framework { get; }
}

/// <summary>Chooses among the executables of a package.</summary>
public static class ToolOptionsWithFrameworkExtensions
{
    public static T SetFramework<T>(this T o, string v)
        where T : Options, IToolOptionsWithFramework => o.Set(o.Framework, v);
}

/// <summary>The build needs this tool from the PATH.</summary>
public interface IRequirePathTool : IRequireTool;

/// <summary>The build needs this tool from a NuGet package.</summary>
public interface IRequireNuGetPackage : IRequireTool, IRequireToolWithVersion;

/// <summary>What a build can need.</summary>
public interface IRequireTool;
