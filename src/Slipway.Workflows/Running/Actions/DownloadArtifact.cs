using System.Text.RegularExpressions;
using Slipway.Workflows.Running.Artifacts;

namespace Slipway.Workflows.Running.Actions;

/// <summary>
/// <c>actions/download-artifact</c>, version 4 on: one artifact by name as it is, or several, each in a directory of its
/// name unless they are merged.
/// </summary>
sealed class DownloadArtifact(ArtifactStore store) : ILocalAction
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation)
    {
        var with = call.With;
        if (with.Find("repository") is { Length: > 0 } || with.Find("run-id") is { Length: > 0 })
            throw new StepException("actions/download-artifact: only artifacts of this run are here.");
        var target = Path.GetFullPath(with.Find("path") is { Length: > 0 } path ? path : ".", call.State.Workspace);
        Directory.CreateDirectory(target);
        if (with.Find("name") is { Length: > 0 } name)
        {
            Take(name, target, call.Log);
        }
        else
        {
            var isMerged = with.Find("merge-multiple") is "true";
            foreach (var each in store.All().Where(each => Fits(each, with.Find("pattern"))))
                Take(each, isMerged ? target : Path.Combine(target, each), call.Log);
        }
        return Task.FromResult(new ActionResult { Outputs = [("download-path", target)] });
    }

    void Take(string name, string target, IStepLog log)
    {
        var artifact =
            store.Find(name)
            ?? throw new StepException(
                $"There is no artifact '{name}' in this run, only {string.Join(", ", store.All().DefaultIfEmpty("none"))}: does the job need the one that uploads it?"
            );
        Directory.CreateDirectory(target);
        store.Take(artifact, target);
        log.Write($"{artifact.Files.Count} files of '{name}': sha256 {artifact.Digest}");
    }

    static bool Fits(string name, string? pattern) =>
        pattern is not { Length: > 0 }
        || Regex.IsMatch(
            name,
            $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$",
            RegexOptions.CultureInvariant,
            Limit
        );
}
