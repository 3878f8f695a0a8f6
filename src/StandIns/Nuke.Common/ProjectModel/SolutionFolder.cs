// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.ProjectModel;

/// <summary>A folder that a solution shows; it need not be one on disk.</summary>
public class SolutionFolder : SolutionItem, IProjectContainer
{
    internal SolutionFolder(string name, SolutionFolder folder, Solution solution)
        : base(name, folder, solution) { }

    public IReadOnlyCollection<Project> Projects => Solution.AllProjects.Where(x => x.Parent == this).ToList();

    public IReadOnlyCollection<SolutionFolder> SolutionFolders =>
        Solution.AllSolutionFolders.Where(x => x.Parent == this).ToList();
}
