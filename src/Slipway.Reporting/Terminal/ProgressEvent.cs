namespace Slipway.Reporting.Terminal;

/// <summary>Something happened in a run.</summary>
/// <param name="At">When, by the run's clock.</param>
public abstract record ProgressEvent(DateTimeOffset At);

/// <summary>The first event of a run.</summary>
public sealed record RunStarted(DateTimeOffset At, string Title) : ProgressEvent(At);

/// <param name="Id">Unique in the run.</param>
/// <param name="ParentId">The stage that it is a part of; null at the top.</param>
public sealed record StageStarted(DateTimeOffset At, string Id, string? ParentId, string Title) : ProgressEvent(At);

/// <param name="Text">What it is at, replacing what was said before.</param>
public sealed record StageProgressed(DateTimeOffset At, string Id, string Text) : ProgressEvent(At);

/// <param name="Detail">One line: a result, or why it failed or waits.</param>
public sealed record StageFinished(DateTimeOffset At, string Id, StageOutcome Outcome, string? Detail)
    : ProgressEvent(At);

/// <summary>Something that takes no time, and is said in one line: a stage that ends as it begins.</summary>
public sealed record Noted(DateTimeOffset At, string Id, string Text, StageOutcome Outcome) : ProgressEvent(At);

/// <summary>The last event of a run.</summary>
public sealed record RunFinished(DateTimeOffset At, StageOutcome Outcome, string? Detail) : ProgressEvent(At);
