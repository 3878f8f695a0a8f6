namespace Slipway.Workflows.Running.Scheduling;

/// <summary>What happened in a run.</summary>
public abstract record RunEvent;

/// <summary>The answer to <see cref="Resolve"/>.</summary>
public sealed record Resolved(string Job, Resolution Resolution) : RunEvent;

/// <summary>A leg that was started is over.</summary>
public sealed record Ended(string Leg, Conclusion Conclusion) : RunEvent;

/// <summary>The whole run is to end: what runs is ended, and nothing else starts.</summary>
public sealed record CancelAll : RunEvent;

/// <summary>What is to be done next.</summary>
public abstract record RunCommand;

/// <summary>The job's needs are over: find out what it consists of.</summary>
public sealed record Resolve(string Job) : RunCommand;

public sealed record Start(string Leg) : RunCommand;

/// <summary>End a leg that runs; it still answers with <see cref="Ended"/>.</summary>
public sealed record Cancel(string Leg, string Reason) : RunCommand;

/// <summary>A job is over: nothing to do but to know it.</summary>
/// <param name="Reason">Why it did not run, or not to its end; null where its legs say so.</param>
public sealed record Conclude(string Job, Conclusion Conclusion, string? Reason) : RunCommand;

/// <summary>A leg that was never started is over.</summary>
public sealed record Drop(string Leg, Conclusion Conclusion, string Reason) : RunCommand;
