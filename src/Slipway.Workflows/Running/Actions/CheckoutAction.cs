using Slipway.Workflows.Running.Checkouts;
using Slipway.Workflows.Running.Processes;

namespace Slipway.Workflows.Running.Actions;

/// <summary><c>actions/checkout</c>: the run's commit, with as much history as it asks for.</summary>
sealed class CheckoutAction(RepositoryState repository, ReadyCheckouts checkouts) : ILocalAction
{
    static readonly string[] Refused = ["submodules", "sparse-checkout", "lfs"];

    public async Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation)
    {
        var with = call.With;
        var github = call.State.Contexts.GitHub;
        if (
            with.Find("repository") is { Length: > 0 } other
            && !other.Equals(github.Text("repository"), StringComparison.OrdinalIgnoreCase)
        )
            throw new StepException($"actions/checkout: only this repository can be checked out here, not {other}.");
        if (Array.Find(Refused, name => with.Find(name) is { Length: > 0 } and not "false") is { } input)
            throw new StepException($"actions/checkout: `{input}` cannot be done here.");
        var directory = Path.GetFullPath(with.Find("path") is { Length: > 0 } path ? path : ".", call.State.Workspace);
        Empty(directory);
        var commit = await CommitAsync(with.Find("ref"), github.Text("event_name"), cancellation);
        await checkouts.MakeAsync(directory, commit, with.Find("fetch-depth") is not "0", cancellation);
        call.Log.Write($"{commit ?? repository.Commit} in {directory}");
        return new ActionResult { Outputs = [("commit", commit ?? repository.Commit), ("ref", github.Text("ref"))] };
    }

    /// <summary>Null: the head on its branch; of a pull request GitHub checks out no branch.</summary>
    async Task<string?> CommitAsync(string? reference, string eventName, CancellationToken cancellation)
    {
        if (reference is not { Length: > 0 })
            return eventName.StartsWith("pull_request", StringComparison.Ordinal) ? repository.Commit : null;
        var name = reference.StartsWith("refs/heads/", StringComparison.Ordinal)
            ? reference["refs/heads/".Length..]
            : reference;
        if (string.Equals(name, repository.Branch, StringComparison.Ordinal))
            return null;
        foreach (var candidate in (string[])[reference, $"refs/remotes/origin/{name}", $"refs/tags/{name}"])
        {
            string[] arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{candidate}^{{commit}}"];
            var answer = await Tool.AskAsync("git", arguments, repository.Root, cancellation);
            if (answer.IsGood)
                return answer.Output.Trim();
        }
        throw new StepException($"actions/checkout: there is no '{reference}' in {repository.Root}: fetch it first.");
    }

    /// <summary>As the action does: what is in the way goes.</summary>
    static void Empty(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }
}
