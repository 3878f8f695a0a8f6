namespace Slipway.Reporting;

/// <summary>How a stage, or a whole run, ended.</summary>
public enum StageOutcome
{
    Succeeded,
    Failed,

    /// <summary>It was not done, on purpose.</summary>
    Skipped,

    /// <summary>It goes on when a person decides: not a failure.</summary>
    Waiting,

    /// <summary>It was ended on its way, by a person or because of what happened elsewhere.</summary>
    Cancelled,
}
