using Slipway.Workflows.Running.Artifacts;
using Slipway.Workflows.Running.Checkouts;

namespace Slipway.Workflows.Running.Actions;

/// <summary>One action that is done here in the place of GitHub's own.</summary>
interface ILocalAction
{
    Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation);
}

/// <summary>The actions that workflows of a build use, done on this machine. There is no other.</summary>
/// <param name="handOver">Called with each new checkout.</param>
sealed class LocalActions(RepositoryState repository, ArtifactStore artifacts, Func<string, Task>? handOver)
    : IActionRunner
{
    readonly Dictionary<string, ILocalAction> _known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["actions/checkout"] = new CheckoutAction(repository, handOver),
        ["actions/setup-dotnet"] = new SetupDotNet(),
        ["actions/cache"] = new CacheMiss(),
        ["actions/cache/restore"] = new CacheMiss(),
        ["actions/cache/save"] = new CacheMiss(),
        ["actions/upload-artifact"] = new UploadArtifact(artifacts),
        ["actions/download-artifact"] = new DownloadArtifact(artifacts),
    };

    public Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation) =>
        _known.TryGetValue(call.Uses.Name, out var action)
            ? action.RunAsync(call, cancellation)
            : throw new StepException(
                $"The action {call.Uses} cannot run here, only {string.Join(", ", _known.Keys)}. Let the step run a target "
                    + "of the build instead, or leave it out here with `if: runner.environment == 'github-hosted'`."
            );
}
