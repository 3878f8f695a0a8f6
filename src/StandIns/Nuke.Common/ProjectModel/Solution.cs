// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A <c>.sln</c> or <c>.slnx</c> file. It is read when a project or folder is first asked for.</summary>
public class Solution : IProjectContainer, IAbsolutePathHolder
{
    private readonly Lazy<SolutionContent> _content;

    internal Solution(AbsolutePath path)
    {
        Path = path;
        _content = new Lazy<SolutionContent>(() => SolutionReader.Read(this));
    }

    public AbsolutePath Path { get; }

    public string Name => Path.NameWithoutExtension;

    public string FileName => Path.Name;

    public AbsolutePath Directory => Path.Parent;

    /// <summary>Its projects and those of all its folders.</summary>
    public IReadOnlyCollection<Project> AllProjects => _content.Value.Projects;

    public IReadOnlyCollection<SolutionFolder> AllSolutionFolders => _content.Value.Folders;

    public IReadOnlyCollection<Project> Projects => AllProjects.Where(x => x.Parent == this).ToList();

    public IReadOnlyCollection<SolutionFolder> SolutionFolders =>
        AllSolutionFolders.Where(x => x.Parent == this).ToList();

    IProjectContainer IProjectContainer.Parent => null;

    public static implicit operator string(Solution solution) => solution.Path;

    public static implicit operator AbsolutePath(Solution solution) => solution.Path;

    /// <summary>The projects whose name fits a pattern, in which <c>*</c> stands for any text.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern)
    {
        var pattern = new GlobSegment(wildcardPattern, ignoreCase: false);
        return AllProjects.Where(x => pattern.IsMatch(x.Name));
    }

    public override string ToString() => Path;
}
