using Serilog;

namespace Slipway.Components.Shipping;

/// <summary>Takes an environment down.</summary>
static class DestroyCommand
{
    /// <summary>Review environments come and go; taking down a declared one needs its name a second time.</summary>
    public static async Task RunAsync(IHazEnvironments build, string name, string? confirmation)
    {
        var isDeclared = build.Environments.Any(environment =>
            string.Equals(environment.Name, name, StringComparison.Ordinal)
        );
        if (isDeclared && !string.Equals(confirmation, name, StringComparison.Ordinal))
            throw new BuildException(
                $"This takes down {name} and removes its data. If that is meant: ./build.sh Destroy --environment {name} --confirm {name}"
            );
        await Place.Of(build, name).DestroyAsync();
        Log.Information("{Environment:l} is gone", name);
    }
}
