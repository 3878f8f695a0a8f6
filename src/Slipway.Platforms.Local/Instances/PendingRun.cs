using System.Diagnostics;
using Slipway.Delivery.Environments;

namespace Slipway.Platforms.Local.Instances;

/// <summary>Asks an image what it would migrate. One that was built before this could be asked answers an error.</summary>
static class PendingRun
{
    /// <summary>An image that does not know the question may begin to serve instead of answering.</summary>
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    /// <summary>Null: it does not tell.</summary>
    public static async Task<ListedMigrations?> AskAsync(
        InstanceCommand command,
        ServiceContract service,
        CancellationToken cancellation
    )
    {
        using var process = new Process { StartInfo = VerbRun.Start(command, service.PendingMigrationsArguments) };
        process.Start();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(output, error);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? ListedMigrations.Parse(await output) : null;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }
}
