// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.ProjectModel;

/// <summary>Finds by name, exactly.</summary>
public static class ProjectContainerExtensions
{
    /// <summary>The folder of this name; null when there is none.</summary>
    public static SolutionFolder GetSolutionFolder(this IProjectContainer container, string name) =>
        container.SolutionFolders.SingleOrDefault(x => name.Equals(x.Name, StringComparison.Ordinal));

    /// <summary>The project of this name; null when there is none, or it is in a folder: see <see cref="Solution.AllProjects"/>.</summary>
    public static Project GetProject(this IProjectContainer container, string name) =>
        container.Projects.SingleOrDefault(x => name.Equals(x.Name, StringComparison.Ordinal));
}
