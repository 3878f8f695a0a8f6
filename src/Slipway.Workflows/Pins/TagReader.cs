using System.Diagnostics;

namespace Slipway.Workflows.Pins;

/// <summary>Asks a git server for the tags of actions: only through HTTPS, and with nobody at a prompt.</summary>
/// <param name="server">In front of <c>owner/name</c>; a directory in tests.</param>
public sealed class TagReader(string server = "https://github.com")
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <returns>By <c>owner/name</c>, for <see cref="ActionUpdate.Of"/>.</returns>
    /// <exception cref="WorkflowException">A repository does not answer, or what it answers is no list of tags.</exception>
    public async Task<IReadOnlyDictionary<string, RemoteTags>> ReadAsync(
        ActionPins pins,
        CancellationToken stop = default
    )
    {
        var tags = new Dictionary<string, RemoteTags>(StringComparer.OrdinalIgnoreCase);
        foreach (var repository in pins.Actions.Keys.Select(ActionUpdate.RepositoryOf))
        {
            if (!tags.ContainsKey(repository))
                tags[repository] = RemoteTags.Parse(await AskAsync($"{server}/{repository}", stop), repository);
        }
        return tags;
    }

    static async Task<string> AskAsync(string address, CancellationToken stop)
    {
        var start = new ProcessStartInfo("git", ["ls-remote", "--tags", "--", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "https:file";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        using var git = Process.Start(start)!;
        try
        {
            var error = git.StandardError.ReadToEndAsync(limit.Token);
            var answer = await git.StandardOutput.ReadToEndAsync(limit.Token);
            await git.WaitForExitAsync(limit.Token);
            return git.ExitCode == 0
                ? answer
                : throw new WorkflowException($"{address} does not list its tags: {(await error).Trim()}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new WorkflowException($"{address} has not listed its tags within {Limit.TotalSeconds} s.");
        }
        finally
        {
            if (!git.HasExited)
                git.Kill(entireProcessTree: true);
        }
    }
}
