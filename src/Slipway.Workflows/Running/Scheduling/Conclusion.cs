namespace Slipway.Workflows.Running.Scheduling;

/// <summary>How a job ended. All but <see cref="Waiting"/> are GitHub's results of a job.</summary>
public enum Conclusion
{
    Success,
    Failure,
    Cancelled,
    Skipped,

    /// <summary>It goes on when a person approves, or follows one that does.</summary>
    Waiting,
}

public static class Conclusions
{
    /// <summary>The result of what consists of parts, as GitHub makes a matrix's or a called workflow's.</summary>
    internal static Conclusion Together(IReadOnlyCollection<Conclusion> parts) =>
        parts.Contains(Conclusion.Failure) ? Conclusion.Failure
        : parts.Contains(Conclusion.Waiting) ? Conclusion.Waiting
        : parts.Contains(Conclusion.Cancelled) ? Conclusion.Cancelled
        : parts.Count > 0 && parts.All(part => part == Conclusion.Skipped) ? Conclusion.Skipped
        : Conclusion.Success;

    /// <summary>As expressions know it: <c>needs.build.result</c>.</summary>
    public static string Word(this Conclusion conclusion) =>
        conclusion switch
        {
            Conclusion.Success => "success",
            Conclusion.Failure => "failure",
            Conclusion.Cancelled => "cancelled",
            Conclusion.Skipped => "skipped",
            _ => "waiting",
        };
}
