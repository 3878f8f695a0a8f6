// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.ProjectModel;

/// <summary>A project or folder of a solution.</summary>
public class SolutionItem
{
    private readonly SolutionFolder _folder;

    internal SolutionItem(string name, SolutionFolder folder, Solution solution)
    {
        Name = name;
        _folder = folder;
        Solution = solution;
    }

    public string Name { get; }

    public Solution Solution { get; }

    /// <summary>The folder that it is in, else the solution.</summary>
    public IProjectContainer Parent => _folder ?? (IProjectContainer)Solution;

    public override string ToString() => Name;
}
