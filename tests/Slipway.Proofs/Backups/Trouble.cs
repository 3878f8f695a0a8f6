using Slipway.Delivery;
using Slipway.Delivery.Execution;

namespace Slipway.Proofs.Backups;

/// <summary>How a command says that something is wrong.</summary>
static class Trouble
{
    /// <returns>All that a person is told; null: it went well.</returns>
    public static async Task<string?> OfAsync(Func<Task<Evidence?>> command)
    {
        try
        {
            return await command() is { } evidence ? Say(evidence) : null;
        }
        catch (StepFailedException failure)
        {
            return Say(failure.Evidence);
        }
        catch (Exception failure) when (failure is DeliveryException or IOException)
        {
            return failure.Message;
        }
    }

    /// <summary>It says that the disk is full, in the words of .NET, SQLite or PostgreSQL.</summary>
    public static bool IsClear(string said) =>
        said.Contains("No space left", StringComparison.Ordinal)
        || said.Contains("disk is full", StringComparison.Ordinal)
        || said.Contains("disk full", StringComparison.OrdinalIgnoreCase);

    static string Say(Evidence evidence) => string.Join('\n', [evidence.Message, .. evidence.LastLines]);
}
