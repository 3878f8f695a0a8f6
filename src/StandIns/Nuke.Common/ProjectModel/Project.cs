// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public class Project : SolutionItem, IAbsolutePathHolder
{
    internal Project(string name, string relativePath, SolutionFolder folder, Solution solution)
        : base(name, folder, solution)
    {
        RelativePath = relativePath;
    }

    /// <summary>The path as the solution has it, with this system's separators.</summary>
    public string RelativePath { get; }

    public AbsolutePath Path => Solution.Directory / RelativePath;

    public string FileName => System.IO.Path.GetFileName(RelativePath);

    public AbsolutePath Directory => Path.Parent;

    public static implicit operator string(Project project) => project.Path;

    public static implicit operator AbsolutePath(Project project) => project.Path;
}
