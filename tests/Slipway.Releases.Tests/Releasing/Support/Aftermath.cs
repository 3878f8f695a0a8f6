using System.Runtime.Versioning;

namespace Slipway.Releases.Tests.Releasing.Support;

/// <summary>What must hold after a fault, whichever it was.</summary>
[UnsupportedOSPlatform("windows")]
static class Aftermath
{
    /// <summary>A run that meets a fault ends well, or says why it did not.</summary>
    public static async Task EndsAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception failure) when (failure is ReleaseException or HostException)
        {
            failure.Message.Should().NotBeEmpty();
        }
    }

    public static async Task FinishesAsync(FullRelease release, string because)
    {
        try
        {
            await release.RunAsync();
        }
        catch (ReleaseException failure)
        {
            throw new InvalidOperationException($"{because}: {failure.Message}", failure);
        }

        await release.IsReleasedOnceAsync(because);
    }
}
