using Nuke.Common;
using Serilog;
using Slipway.Databases;
using Slipway.Delivery;
using Slipway.Images;
using Slipway.Releases;
using Slipway.Verification;
using Slipway.Workflows;

namespace Slipway.Components;

/// <summary>
/// The one place that decides which failures say all that a person needs, so that no stack trace follows them. NUKE prints
/// an exception as it prints itself; <see cref="BuildException"/> prints its message alone.
/// </summary>
static class ExpectedFailures
{
    /// <summary><see cref="ITargetDefinition.Executes(Action[])"/>, with expected failures said plainly.</summary>
    public static ITargetDefinition Runs(this ITargetDefinition target, Action work) =>
        target.Executes(() =>
        {
            try
            {
                work();
            }
            catch (Exception failure) when (Are(failure))
            {
                throw Plain(failure);
            }
        });

    /// <inheritdoc cref="Runs(ITargetDefinition, Action)"/>
    public static ITargetDefinition Runs(this ITargetDefinition target, Func<Task> work) =>
        target.Executes(async () =>
        {
            try
            {
                await work();
            }
            catch (Exception failure) when (Are(failure))
            {
                throw Plain(failure);
            }
        });

    internal static bool Are(Exception failure) =>
        failure
            is BuildException
                or DeliveryException
                or ImageException
                or ReleaseException
                or HostException
                or VerificationException
                or PostgresUnavailableException
                or WorkflowException
                or IOException
                or UnauthorizedAccessException
                or OperationCanceledException;

    static BuildException Plain(Exception failure)
    {
        if (failure is not BuildException expected)
            return new BuildException(failure is OperationCanceledException ? "Cancelled." : failure.Message, failure);
        foreach (var line in expected.Evidence)
            Log.Error("{Line:l}", line);
        return expected;
    }
}
