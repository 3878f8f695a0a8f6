using Slipway.Workflows.Running.Artifacts;
using Slipway.Workflows.Running.Checkouts;

namespace Slipway.Workflows.Running.Actions;

/// <summary>One action that is done here in the place of GitHub's own.</summary>
interface ILocalAction
{
    Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation);
}

/// <summary>The actions that workflows of a build use, done on this machine. There is no other.</summary>
sealed class LocalActions(RepositoryState repository, ReadyCheckouts checkouts, ArtifactStore artifacts) : IActionRunner
{
    public const string Checkout = "actions/checkout";

    readonly Dictionary<string, ILocalAction> _known = new(StringComparer.OrdinalIgnoreCase)
    {
        [Checkout] = new CheckoutAction(repository, checkouts),
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
