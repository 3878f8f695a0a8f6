using Slipway.Workflows.Reading;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Audit;

/// <summary>What was found in a repository's workflows.</summary>
/// <param name="Files">The workflows, relative to the root, with <c>/</c>.</param>
/// <param name="Findings">In the order of the files and their lines.</param>
/// <param name="Unreadable">What is no workflow: file, line, why.</param>
/// <param name="NotChecked">Composite actions, which these rules do not read yet.</param>
public sealed record RepositoryAuditReport(
    IReadOnlyList<string> Files,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> Unreadable,
    IReadOnlyList<string> NotChecked
)
{
    /// <summary>Nothing is wrong with what was read. Without a workflow nothing was checked: that is no "none".</summary>
    public bool Holds => Findings.Count + Unreadable.Count == 0;

    /// <summary>Everything that somebody has to do something about, one a line.</summary>
    public IEnumerable<string> Lines => Unreadable.Concat(Findings.Select(finding => finding.ToString()));
}

/// <summary>Audits every workflow of a repository, whoever wrote it.</summary>
public static class RepositoryAudit
{
    /// <summary>The rule's name of what GitHub would refuse.</summary>
    public const string Invalid = "invalid-workflow";

    const string Directory = ".github/workflows";
    const string Actions = ".github/actions";

    /// <param name="root">The repository's.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static RepositoryAuditReport Run(string root)
    {
        var files = Yaml(root, Directory, SearchOption.TopDirectoryOnly);
        var (findings, unreadable) = (new List<Finding>(), new List<string>());
        foreach (var file in files)
        {
            try
            {
                findings.AddRange(Check(WorkflowReader.Read(File.ReadAllText(Path.Combine(root, file)), file)));
            }
            catch (WorkflowException failure)
            {
                unreadable.Add(failure.Message);
            }
        }

        return new RepositoryAuditReport(
            files,
            findings,
            unreadable,
            [
                .. Yaml(root, Actions, SearchOption.AllDirectories)
                    .Where(file => Path.GetFileNameWithoutExtension(file) is "action"),
            ]
        );
    }

    static IEnumerable<Finding> Check(WorkflowFile file) =>
        WorkflowValidator
            .Validate(file.Workflow)
            .Select(problem => new Finding(
                Invalid,
                file.Path,
                problem.Path,
                file.Places.Find(problem.Path),
                problem.Message,
                "GitHub would refuse it, or not do what it says"
            ))
            .Concat(WorkflowAudit.Check(file))
            .OrderBy(finding => finding.At?.Line)
            .ThenBy(finding => finding.At?.Column);

    static List<string> Yaml(string root, string directory, SearchOption depth)
    {
        var whole = Path.Combine(root, directory);
        return System.IO.Directory.Exists(whole)
            ?
            [
                .. System
                    .IO.Directory.EnumerateFiles(whole, "*", depth)
                    .Where(file => Path.GetExtension(file) is ".yml" or ".yaml")
                    .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }
}
