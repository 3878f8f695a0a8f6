using System.Diagnostics;
using Slipway.Delivery.State;

namespace Slipway.Delivery.Leases;

/// <summary>Who changes an environment.</summary>
public sealed record LeaseHolder(string User, string Host, int Pid)
{
    /// <summary>This process, on this machine, by this user.</summary>
    public static LeaseHolder ThisProcess { get; } =
        new(Environment.UserName, Environment.MachineName, Environment.ProcessId);

    /// <summary>
    /// True when it was a process of this machine that is no more. A wrong guess does no harm: whoever takes over gets a
    /// newer token.
    /// </summary>
    public bool HasEnded()
    {
        if (!string.Equals(Host, Environment.MachineName, StringComparison.Ordinal))
            return false;
        try
        {
            using var process = Process.GetProcessById(Pid);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    public override string ToString() => $"{User}@{Host} (pid {Pid})";
}

/// <summary>The lease as its file keeps it.</summary>
/// <param name="Token">Grows with each new holder and never shrinks; it stays when the lease is given back.</param>
/// <param name="Doing">The command: <c>Deploy</c>, <c>Rollback</c>, <c>Destroy</c>.</param>
/// <param name="Holder">Null: free.</param>
/// <param name="Plan">The digest of the plan that runs; null before it is known.</param>
public sealed record LeaseRecord(
    long Token,
    DateTimeOffset Since,
    DateTimeOffset ExpiresAt,
    string Doing,
    LeaseHolder? Holder = null,
    string? Plan = null
)
{
    public int Format { get; init; } = DurableFile.CurrentFormat;

    public bool IsHeldAt(DateTimeOffset now) => Holder is not null && now < ExpiresAt;

    /// <summary>Who, since when, doing what, for a person who has to wait.</summary>
    public string Describe() =>
        $"{Holder} since {Since:u}: {Doing}" + (Plan is { } plan ? $", plan {plan[..Math.Min(12, plan.Length)]}" : "");
}

/// <summary>Somebody else changes the environment at the moment.</summary>
/// <param name="waited">How long it was waited for; zero: not at all.</param>
public sealed class LeaseHeldException(string environment, LeaseRecord held, TimeSpan waited = default)
    : DeliveryException(
        $"{environment} is being changed by {held.Describe()}."
            + (
                waited > TimeSpan.Zero
                    ? $" It was waited for, {waited.TotalSeconds:0} s, and nothing was changed. Run this again later."
                    : " Run this again when that has ended, or with --wait."
            )
    )
{
    public LeaseRecord Held { get; } = held;
}

/// <summary>The lease expired or was taken over while this run was at work; it can change nothing any more.</summary>
public sealed class LeaseLostException(string environment, string why)
    : DeliveryException(
        $"The lease on {environment} was lost: {why}. Nothing more was changed; run the command again, it goes on from "
            + "the journal."
    );
