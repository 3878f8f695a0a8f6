// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.ProjectModel;

/// <summary>A solution, or a folder of one.</summary>
public interface IProjectContainer
{
    /// <summary>What it is in; null for a solution.</summary>
    IProjectContainer Parent { get; }

    /// <summary>Its projects, without those of its folders.</summary>
    IReadOnlyCollection<Project> Projects { get; }

    /// <summary>Its folders, without those inside of them.</summary>
    IReadOnlyCollection<SolutionFolder> SolutionFolders { get; }
}
