using Slipway.Workflows.Model;
using Slipway.Workflows.Reading;
using Slipway.Workflows.Running.Checkouts;
using Slipway.Workflows.Validation;

namespace Slipway.Workflows.Running.Runs;

/// <summary>Workflows as they are committed: what GitHub would see.</summary>
static class CommittedWorkflow
{
    public const string Directory = ".github/workflows";

    static readonly string[] Endings = [".yml", ".yaml"];

    /// <param name="name">With or without its ending.</param>
    /// <exception cref="WorkflowException">There is none, or GitHub would refuse it: where and why.</exception>
    public static async Task<WorkflowFile> ReadAsync(
        RepositoryState repository,
        string name,
        CancellationToken cancellationToken
    )
    {
        var names = Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            ? [name]
            : Endings.Select(ending => name + ending).ToArray();
        foreach (var path in names.Select(file => $"{Directory}/{file}"))
        {
            if (await repository.FileAsync(path, cancellationToken) is { } text)
                return Checked(WorkflowReader.Read(text, path));
        }
        throw await MissingAsync(repository, names, cancellationToken);
    }

    /// <summary>A workflow that another one calls.</summary>
    /// <exception cref="WorkflowException">It is in another repository, or it cannot be called.</exception>
    public static async Task<WorkflowFile> ReadCalledAsync(
        RepositoryState repository,
        ActionReference uses,
        CancellationToken cancellationToken
    )
    {
        if (!uses.IsLocal)
            throw new WorkflowException($"it calls {uses}, and only workflows of this repository can be called here");
        var path = uses.Name[2..];
        if (!path.StartsWith($"{Directory}/", StringComparison.Ordinal))
            throw new WorkflowException($"it calls {uses}, and workflows are in {Directory}");
        var file = await ReadAsync(repository, path[(Directory.Length + 1)..], cancellationToken);
        return file.Workflow.On.OfType<CallTrigger>().Any()
            ? file
            : throw new WorkflowException($"it calls {path}, which has no `on: workflow_call`");
    }

    static WorkflowFile Checked(WorkflowFile file)
    {
        var problems = WorkflowValidator.Validate(file.Workflow);
        return problems.Count == 0
            ? file
            : throw new WorkflowException(
                $"GitHub would refuse {file.Path}:\n{string.Join('\n', problems.Select(problem => $"  {problem}"))}"
            );
    }

    static async Task<WorkflowException> MissingAsync(
        RepositoryState repository,
        string[] names,
        CancellationToken cancellationToken
    )
    {
        var uncommitted = Array.Find(names, name => File.Exists(Path.Combine(repository.Root, Directory, name)));
        if (uncommitted is not null)
            return new WorkflowException(
                $"{Directory}/{uncommitted} is not committed, and a run takes what is: commit it."
            );
        var there = (await repository.FilesAsync(Directory, cancellationToken))
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToList();
        var choice = there.Count == 0 ? "there are none" : $"there are {string.Join(", ", there)}";
        return new WorkflowException($"There is no workflow {Directory}/{names[0]} at this commit; {choice}.");
    }
}
