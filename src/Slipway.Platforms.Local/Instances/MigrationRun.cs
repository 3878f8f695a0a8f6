using Slipway.Delivery.Environments;

namespace Slipway.Platforms.Local.Instances;

/// <summary>The image's migrations, run to their end.</summary>
static class MigrationRun
{
    /// <summary>A migration that takes longer hangs on a lock, or should have been planned as work of its own.</summary>
    static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    /// <param name="lease">Under which they run.</param>
    /// <param name="consequence">What a failure leaves, as a sentence.</param>
    /// <inheritdoc cref="VerbRun.RunAsync"/>
    public static Task RunAsync(
        InstanceCommand command,
        ServiceContract service,
        LeasedStart lease,
        string logFile,
        string consequence,
        CancellationToken cancellation
    ) =>
        VerbRun.RunAsync(
            command,
            service.MigrateArguments,
            logFile,
            "The migrations",
            consequence,
            s_limit,
            lease,
            cancellation
        );
}
