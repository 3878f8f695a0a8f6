namespace Slipway.Releases;

/// <summary>One thing that makes a release: the world is asked whether it is done and right, and it can be done.</summary>
interface IReleaseStep
{
    /// <summary>For people, in a few words.</summary>
    string Title { get; }

    /// <summary>Doing it changes something, as against looking at it.</summary>
    bool IsChange => true;

    Task<StepAnswer> AskAsync(CancellationToken cancellationToken);

    /// <summary>Does what the world lacks. It may be killed, refused, or succeed and have its answer lost.</summary>
    Task DoAsync(CancellationToken cancellationToken);
}

/// <summary>What the world says of a step.</summary>
abstract record StepAnswer
{
    /// <summary>It is done and right.</summary>
    /// <param name="Detail">What there is, in a few words.</param>
    public sealed record Done(string Detail) : StepAnswer;

    /// <summary>It is to be done.</summary>
    public sealed record Open : StepAnswer;

    /// <summary>What is there is not what this release would do, and is nobody's to replace.</summary>
    public sealed record Wrong(Refusal Refusal) : StepAnswer;
}
