namespace Slipway.Delivery.Execution;

/// <summary>What is known of a failure, for the person who must act on it.</summary>
/// <param name="Message">What failed and what to do, in one or two sentences.</param>
/// <param name="LogFile">Full path of the log that tells more; null: there is none.</param>
/// <param name="LastLines">The log's last lines.</param>
public sealed record Evidence(string Message, string? LogFile = null, IReadOnlyList<string>? LastLines = null)
{
    public IReadOnlyList<string> LastLines { get; init; } = LastLines ?? [];
}

/// <summary>A step failed in a way that is expected: the evidence says all, a stack trace would add nothing.</summary>
public sealed class StepFailedException : DeliveryException
{
    public StepFailedException(Evidence evidence)
        : base(evidence.Message) => Evidence = evidence;

    public StepFailedException(string message)
        : this(new Evidence(message)) { }

    public Evidence Evidence { get; }
}
