namespace Nuke.Common.ProjectModel;

/// <summary>What a solution file lists, in its order.</summary>
internal sealed record SolutionContent(
    IReadOnlyCollection<Project> Projects,
    IReadOnlyCollection<SolutionFolder> Folders
);
