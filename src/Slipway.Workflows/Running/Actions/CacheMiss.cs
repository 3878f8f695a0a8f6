namespace Slipway.Workflows.Running.Actions;

/// <summary>
/// <c>actions/cache</c>: never a hit. What it would bring to a new machine, such as the user's NuGet packages, is on this
/// one already; what it would bring into a checkout could hide that the checkout lacks it.
/// </summary>
sealed class CacheMiss : ILocalAction
{
    public Task<ActionResult> RunAsync(ActionCall call, CancellationToken cancellation)
    {
        call.Log.Write("Nothing is cached here: directories of the user are as they are on this machine.");
        return Task.FromResult(new ActionResult { Outputs = [("cache-hit", "false")] });
    }
}
